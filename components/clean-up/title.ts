// What is a clean-up called as it stands now?
import { capital } from "#lib/say/sentence.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { deedDone, deedOfAll, inAll, kindOfAll } from "./deed.ts";
import { hasMovedOn, isIdle } from "./refused.ts";
import type { View } from "./view.ts";

export function titleOf(
	{ cleanUp: words }: Pick<Words, "cleanUp">,
	errand: CleanUpReply | null,
	view: View,
): string {
	const targets = errand?.undertaking?.targets ?? [];
	const deed = deedOfAll(targets);
	switch (view) {
		case "drawing":
			return words.plan.drawing;
		case "plan":
			return deed === null
				? words.offer.title
				: inAll(words, deed, words.deeds.title(deed));
		case "nothing":
			return errand === null || isIdle(errand)
				? words.plan.nothing
				: words.plan.cannot;
		case "expired":
			return words.plan.expiredTitle;
		case "cancelled":
			return words.plan.cancelled;
		case "failed":
			return words.plan.failed;
		case "changed":
			return errand === null || hasMovedOn(errand)
				? words.plan.changed
				: words.plan.refused;
		case "running":
			return deed === null
				? words.course.states.running
				: words.deeds.doing(deed);
		case "outcome":
			return errand === null ? "" : outcomeTitle(words, errand);
	}
}

export function outcomeTitle(
	words: Words["cleanUp"],
	{ state, cleanUp, undertaking }: CleanUpReply,
): string {
	const targets = undertaking?.targets ?? [];
	const outcomes = targets.flatMap(({ outcome }) => outcome ?? []);
	const done = deedDone(kindOfAll(cleanUp, targets), outcomes);
	const word = words.course.states[state];
	return `${capital(word)}: ${words.deeds.done(done)}`;
}
