// Which words does the page need that tells who did what? Every language must have all of them.
import type { ChangedPart } from "#lib/core/change.ts";
import type { Action } from "#lib/core/clean-up/clean-up.ts";
import type { ChangeVerb } from "#lib/core/errand.ts";
import type { PeopleVerb } from "#lib/core/people/people.ts";

export type ActivityWords = {
	readonly title: string;
	readonly filters: string;
	readonly columns: {
		readonly when: string;
		readonly who: string;
		readonly what: string;
		readonly where: string;
		readonly outcome: string;
		readonly inWords: string;
		readonly undo: string;
	};
	/** For choosing one. */
	readonly actions: Readonly<Record<Action | ChangeVerb, string>>;
	readonly changes: ChangeWords;
	readonly action: string;
	readonly state: string;
	readonly by: string;
	readonly broker: string;
	readonly since: string;
	readonly spans: Readonly<Record<"all" | "day" | "week" | "month", string>>;
	readonly any: string;
	readonly begun: string;
	readonly clear: string;
	file(format: string): string;
	readonly older: string;
	readonly loading: string;
	readonly nothing: string;
	readonly nothingFits: string;
	others(n: number): string;
	readonly details: string;
	readonly plan: string;
	readonly outcome: string;
	readonly record: string;
	readonly askedBy: string;
	readonly approvedBy: string;
	readonly signIn: string;
	readonly from: string;
	readonly reason: string;
	readonly noReason: string;
	readonly errand: string;
	readonly untilUndo: string;
	readonly show: string;
	readonly noPlan: string;
};

/** What was changed that is not at a broker. */
export type ChangeWords = {
	rule(name: string): string;
	saveRule(name: string): string;
	removeRule(name: string): string;
	muteUntil(until: string): string;
	/** Until nothing among them fires any more. */
	readonly mute: string;
	readonly endMute: string;
	acknowledge(rule: string): string;
	/** Of who may come in, by the name of whom or what it is about. */
	readonly people: Readonly<Record<PeopleVerb, (name: string) => string>>;
	readonly everything: string;
	readonly title: string;
	readonly parts: Readonly<Record<ChangedPart["part"], string>>;
	readonly becomes: string;
	readonly none: string;
};
