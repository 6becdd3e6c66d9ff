// How is it said what goes back from lists of what is in progress? What has to be known before, and the same by hand.
import type { Served } from "#lib/core/clean-up/clean-up.ts";
import type { Warning } from "#lib/core/clean-up/remark.ts";
import { opposite } from "../../lists/ends.ts";
import type { LeftBehind } from "../../lists/left-behind.ts";
import { moveLines } from "./draw.ts";
import type { Place } from "./list-now.ts";
import { alikeIn, type Sides, type Survey } from "./survey.ts";

export type Found = {
	readonly left: LeftBehind;
	/** Of what lies still, the oldest first. */
	readonly survey: Survey;
};

/** `isNamed`: some worker of this list is connected by its name, so whoever is not is gone. */
export function warningsOf(
	found: readonly Found[],
	{ areSeen }: Sides,
	isNamed: boolean,
): readonly Warning[] {
	const messages = found.reduce((n, it) => n + it.survey.hashes.length, 0);
	const alike = found.reduce((n, it) => n + alikeIn(it.survey.hashes), 0);
	const looked = found.some(
		({ left, survey }) =>
			left.marks === null && survey.hashes.length < survey.length,
	);
	const some: (Warning | null)[] = [
		{ code: "half done", values: { messages } },
		isNamed ? null : { code: "owner unseen", values: { lists: found.length } },
		areSeen ? null : { code: "ends assumed", values: {} },
		alike > 0 ? { code: "look alike", values: { messages: alike } } : null,
		looked ? { code: "looked at some", values: { looked: messages } } : null,
	];
	return some.filter((it) => it !== null);
}

/** From the middle of a list nothing is taken by hand. */
export function commandsOf(
	place: Place,
	found: readonly Found[],
	{ taken }: Sides,
	served: Served,
) {
	const isAll = ({ survey }: Found) => survey.hashes.length === survey.length;
	if (served === "next" && !found.every(isAll)) return null;
	return moveLines(
		place,
		found.map(({ left: { list, old }, survey }) => ({
			...{ from: list, count: survey.hashes.length },
			ends:
				served === "next"
					? ([opposite(old), taken] as const)
					: ([old, opposite(taken)] as const),
		})),
	);
}
