// What is the server asked for when somebody types this? A filter as it stands, else names in which every word occurs.
import { parseFilter } from "#lib/core/filter/filter.ts";
import { quote, tokensOf } from "#lib/core/filter/token.ts";

export type Wanted = {
	readonly text: string;
	/** The filter that all of it stands for. */
	readonly filter: string;
	/** Of a single word also what begins with it, so that many graver rows do not hide a name that was typed. */
	readonly channel: string | null;
	readonly group: string | null;
};

export function wantedOf(typed: string): Wanted {
	const text = typed.trim().slice(0, 200);
	const isFilter =
		"filter" in parseFilter(text) &&
		[...tokensOf(text)].some(({ key }) => key !== null);
	if (text === "" || isFilter)
		return { text, filter: text, channel: null, group: null };
	const words = text.split(/\s+/);
	const start = words.length === 1 ? quote(`${text}*`) : null;
	return {
		text,
		filter: words.map(quote).join(" "),
		channel: start && `channel:${start}`,
		group: start && `group:${start}`,
	};
}

/** How near a name is to what was typed: the whole of it, its beginning, or somewhere within. */
export function nearness(
	names: readonly (string | null)[],
	text: string,
): 0 | 1 | 2 {
	const typed = text.toLowerCase();
	const lower = names.map((name) => name?.toLowerCase() ?? null);
	if (lower.includes(typed)) return 0;
	return lower.some((name) => name?.startsWith(typed)) ? 1 : 2;
}

/** The text around the first place where it occurs; what is not found is all before it. */
export function partsOf(name: string, text: string): readonly string[] {
	const at = text === "" ? -1 : name.toLowerCase().indexOf(text.toLowerCase());
	if (at < 0) return [name, "", ""];
	const end = at + text.length;
	return [name.slice(0, at), name.slice(at, end), name.slice(end)];
}
