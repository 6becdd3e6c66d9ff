// Which words does a clean-up need? Every language must have all of them.
import type { Amount } from "#lib/core/amount.ts";
import type { Action, Fate, Risk } from "#lib/core/clean-up/clean-up.ts";
import type {
	ConsentFault,
	Hindrance,
	UndoFault,
} from "#lib/core/clean-up/consent.ts";
import type { AfterwardsCode, Stage } from "#lib/core/clean-up/outcome.ts";
import type { Undoing } from "#lib/core/clean-up/plan.ts";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import type {
	EffectCode,
	FigureCode,
	WarningCode,
} from "#lib/core/clean-up/remark.ts";
import type { ErrandState } from "#lib/core/errand.ts";
import type { ElsewhereWords } from "./clean-up-channels.ts";
import type { DeedWords, Unit } from "./clean-up-deeds.ts";
import type { MovesWords, WheretoWords } from "./clean-up-whereto.ts";
import type { Values } from "./words.ts";

/** What keeps somebody from it; everything else that can go wrong is said as elsewhere. */
export type CleanUpProblem =
	| Exclude<Hindrance, "not allowed">
	| ConsentFault
	| UndoFault
	| "not offered"
	| "one at a time"
	| "nothing fits"
	| "record not whole"
	| "store full";

/** First what stands out. */
type Standout = readonly [strong: string, rest: string];

export type CleanUpWords = {
	readonly deeds: DeedWords;
	readonly plan: PlanWords;
	readonly effects: Readonly<Record<EffectCode, (it: Values) => Standout>>;
	readonly warnings: Readonly<Record<WarningCode, (it: Values) => string>>;
	readonly refusals: Readonly<Record<RefusalCode, (it: Values) => string>>;
	readonly figures: Readonly<Record<FigureCode, string>>;
	readonly fates: Readonly<Record<Fate, FateWords>>;
	readonly risks: Readonly<Record<Risk, string>>;
	readonly undoings: Readonly<Record<Undoing, string>>;
	readonly problems: Readonly<Record<CleanUpProblem, (it: Values) => string>>;
	readonly course: CourseWords;
	readonly offer: OfferWords;
	readonly whereto: WheretoWords;
	readonly elsewhere: ElsewhereWords;
	readonly moves: MovesWords;
	readonly narrow: {
		readonly title: string;
		readonly stuck: string;
		readonly remove: string;
		only(members: number): string;
	};
	readonly bulk: BulkWords;
};

export type FateWords = {
	readonly name: string;
	/** What becomes of the messages, in a sentence. */
	means(to: string | null): string;
};

export type PlanWords = {
	readonly drawing: string;
	readonly on: string;
	/** How old the look is and how long somebody may still say yes. */
	fresh(seenSeconds: number, leftSeconds: number): string;
	readonly expired: string;
	readonly expiredTitle: string;
	readonly again: string;
	readonly changed: string;
	readonly changedWhy: string;
	readonly nothing: string;
	/** Why a plan of it finds nothing to do. */
	readonly idle: Readonly<Record<Action, string>>;
	readonly cannot: string;
	readonly refused: string;
	readonly failed: string;
	readonly happens: string;
	/** Above the choices. */
	theMessages(messages: Amount): string;
	/** Before the names of those who could. */
	readonly receiver: string;
	readonly figures: string;
	readonly now: string;
	readonly after: string;
	readonly planned: string;
	readonly before: string;
	readonly reason: string;
	readonly reasonKept: string;
	readonly reasonRequired: string;
	readonly typeThis: readonly [before: string, after: string];
	readonly pasteIsFine: string;
	readonly byHand: string;
	readonly noCommands: string;
	/** Above commands that are the only way. */
	readonly toRun: string;
	readonly copy: string;
	readonly copied: string;
	readonly members: string;
	holding(messages: number): string;
	readonly stays: string;
	moreMembers(n: number): string;
	readonly cancel: string;
	readonly close: string;
	readonly cancelled: string;
	/** What is still missing before the button does anything. */
	readonly needsName: string;
	readonly needsReason: string;
	readonly mayNot: string;
	readonly looksAtOther: string;
};

export type CourseWords = {
	readonly states: Readonly<Record<ErrandState, string>>;
	readonly stages: Readonly<Record<Stage, string>>;
	/** The stage in which positions are written. */
	readonly positions: string;
	readonly afterwards: Readonly<Record<AfterwardsCode, (it: Values) => string>>;
	progress(
		messages: readonly [number, Amount],
		members: readonly [number, number],
		unit: Unit,
	): string;
	readonly goesOn: string;
	readonly writtenDown: string;
	readonly stop: string;
	stopping(by: string): string;
	by(person: string): string;
	took(seconds: number): string;
	started(seconds: number): string;
	readonly onBroker: string;
	verified(seconds: number): string;
	readonly notVerified: string;
	refused(n: number): string;
	readonly undo: string;
	undoOf(n: number, unit: Unit): string;
	readonly undone: string;
	readonly undoIt: string;
	readonly seeActivity: string;
	readonly done: string;
	readonly nothingDone: string;
	readonly unknownMeans: string;
	readonly lookedAgain: string;
};

export type OfferWords = {
	readonly title: string;
	readonly more: string;
	readonly less: string;
	/** On a button; with numbers where they are known. */
	readonly actions: Readonly<
		Record<
			Exclude<Action, "undo" | "evict">,
			(held: number | null, dead: number | null) => string
		>
	>;
	/** Why a button does nothing. */
	needs(role: string): string;
	readonly readOnly: string;
	readonly noDead: string;
	readonly hasMembers: string;
	readonly stale: string;
	readonly asking: string;
	/** Beside a member. */
	readonly evict: string;
	/** On a row of the board. */
	readonly row: string;
};

export type BulkWords = {
	/** Over several subscriptions at once. */
	title(n: number): string;
	button(verb: string, n: number): string;
	/** Where it is called otherwise for many. */
	readonly actions: Readonly<Partial<Record<Action, string>>>;
	leftOut(n: number): string;
	cannot(n: number): string;
	selected(n: number): string;
	allMatching(n: number): string;
	readonly clear: string;
	readonly some: string;
	readonly none: string;
	readonly each: string;
	readonly details: string;
};
