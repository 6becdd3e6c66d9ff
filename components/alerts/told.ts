// Who was told of an alert, who was not, and why not? The latest word to each outlet.
import { brief } from "#lib/say/name.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { AlertReply, ToldReply } from "#lib/wire/alerts.ts";

export type ToldSaid = {
	/** Those it reached, in one phrase; null where there are none. */
	readonly reached: string | null;
	/** Each it did not reach, in a phrase of its own. */
	readonly missed: readonly string[];
	/** Why nobody is told now. */
	readonly held: string | null;
};

export function toldSaid(
	words: Words,
	{ told, held }: Pick<AlertReply, "told" | "held">,
	nowMs: number,
): ToldSaid {
	const { alerts } = words;
	const latest = latestOf(told);
	const reached = latest.filter(({ state }) => state === "delivered");
	const missed = latest
		.filter(({ state }) => state !== "delivered")
		.map((it) => missedSaid(words, it, nowMs));
	return {
		reached:
			reached.length === 0
				? null
				: alerts.told(
						reached.map(({ outlet }) => brief(outlet, 40)).join(", "),
					),
		missed,
		held: held === null ? null : alerts.held[held],
	};
}

/** They come with the latest first. */
const latestOf = (told: readonly ToldReply[]): readonly ToldReply[] => {
	const once = new Map<string, ToldReply>();
	for (const it of told)
		if (it.says !== "test" && !once.has(it.outlet)) once.set(it.outlet, it);
	return [...once.values()];
};

function missedSaid(
	{ alerts, numbers }: Words,
	{ outlet, state, tries, next }: ToldReply,
	nowMs: number,
): string {
	const name = brief(outlet, 40);
	if (state === "given up") return alerts.givenUp(name);
	return tries === 0 || next === null
		? alerts.notTold(name)
		: alerts.triesAgain(name, numbers.moment(Date.parse(next), nowMs));
}
