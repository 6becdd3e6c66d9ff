// What do many names of one family say as one? What they share once, and where they differ from which to which.

/** Text that all share, or the span of what stands there. */
export type NamePart = string | { readonly from: string; readonly to: string };

/** `orders:0`, `orders:1`, `orders:31` → `orders:`, from 0 to 31. */
export function familyName(names: readonly string[]): readonly NamePart[] {
	const [first = "", ...others] = names;
	if (others.length === 0) return [first];
	return byNumbers(names) ?? byEnds(names);
}

/** Names that are the same but for their numbers differ where these do. */
function byNumbers(names: readonly string[]): readonly NamePart[] | null {
	const split = names.map((name) => name.split(/(\d+)/));
	const [model = []] = split;
	const isAlike = (parts: readonly string[]) =>
		parts.length === model.length &&
		parts.every((part, i) => i % 2 === 1 || part === model[i]);
	if (!split.every(isAlike)) return null;
	const whole = model.map((_, i) => spanOf(split.map((it) => it[i] ?? "")));
	return joined(whole);
}

/** Else they differ between what all begin with and what all end with. */
function byEnds(names: readonly string[]): readonly NamePart[] {
	const begin = shared(names);
	const rest = names.map((name) => name.slice(begin.length));
	const end = backwards(shared(rest.map(backwards)));
	const middles = rest.map((it) => it.slice(0, it.length - end.length));
	return joined([begin, spanOf(middles), end]);
}

const backwards = (text: string): string => [...text].toReversed().join("");

const ofWord = /[\p{L}\p{N}\p{Cs}]/u;

/** How all begin, but not half a word that goes on differently: `{ann}` and `{anna}` share only `{`. */
function shared(names: readonly string[]): string {
	const [first = ""] = names;
	let end = first.length;
	for (const name of names) {
		let same = 0;
		while (same < end && name[same] === first[same]) same++;
		end = same;
	}
	while (end > 0 && ofWord.test(first[end - 1] ?? "")) end--;
	return first.slice(0, end);
}

function spanOf(texts: readonly string[]): NamePart {
	let [from = "", to = ""] = [texts[0], texts[0]];
	const isBefore = texts.every((text) => digits.test(text)) ? isLess : isFirst;
	for (const text of texts) {
		if (isBefore(text, from)) from = text;
		if (isBefore(to, text)) to = text;
	}
	return from === to ? from : { from, to };
}

const digits = /^\d+$/;

/** By their value, however many digits they have. */
function isLess(a: string, b: string): boolean {
	const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
	if (x.length !== y.length) return x.length < y.length;
	return x === y ? a < b : x < y;
}

/** By their letters; numbers among words have no order by value that goes with that of the words. */
const isFirst = (a: string, b: string): boolean => a < b;

function joined(parts: readonly NamePart[]): readonly NamePart[] {
	const result: NamePart[] = [];
	for (const part of parts) {
		const last = result.at(-1);
		if (typeof part !== "string") result.push(part);
		else if (typeof last === "string") result[result.length - 1] = last + part;
		else if (part !== "") result.push(part);
	}
	return result;
}
