// What must a store promise of clean-ups? That of all who want to take a step one does, and that no step is taken that the record does not tell.
import type { Action } from "#lib/core/clean-up/clean-up.ts";
import type {
	Afterwards,
	Before,
	Ending,
	Outcome,
	Progress,
} from "#lib/core/clean-up/outcome.ts";
import type {
	Approval,
	Target,
	Undertaking,
} from "#lib/core/clean-up/undertaking.ts";
import type { ChangeVerb, Errand, ErrandState } from "#lib/core/errand.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import type { Seer } from "./errand-port.ts";

export type CleanUpStore = AskedCleanUps & RunCleanUps;

/** What whoever shows screens may do. Each step stands in the record in the same transaction, or is not taken. */
export type AskedCleanUps = {
	/** For exactly one caller, whoever asked for the plan and saw this very one, before it expires. */
	approve(id: string, approval: Approving): Promise<Approved>;
	/** False when it was not planned any more. */
	cancel(id: string, by: string, atMs: number): Promise<boolean>;
	/** Says stop to one that is approved or running; false when it is neither, or somebody said so before. */
	stop(id: string, by: string, atMs: number): Promise<boolean>;
	/** Changes of rules, mutes and alerts as well; the latest first. Plans come without members, choices, commands and what the system saw. */
	list(asked: ActivityAsked): Promise<ActivityPage>;
};

/** What only the collector does. */
export type RunCleanUps = {
	/** False when it was not asked any more. */
	planned(id: string, planning: Planning): Promise<boolean>;
	/** Plans nobody said yes to in time, and approved ones that nobody ran in time, are over; says how many. */
	expire(nowMs: number): Promise<number>;
	/** Approved becomes running for exactly one caller, and of all that would take back the same one, for one of them. */
	claim(id: string, nowMs: number): Promise<Claimed>;
	/** Those that run, or ran when their collector died. */
	running(): Promise<readonly Errand[]>;
	/** Who said stop; null while nobody did. */
	stoppedBy(id: string): Promise<string | null>;
	/** False when it does not run any more. */
	move(id: string, target: string, progress: Progress): Promise<boolean>;
	/** How it ended for one of several, while the others go on; false when it does not run any more. */
	settle(id: string, target: string, outcome: Outcome): Promise<boolean>;
	/** Adds what some messages were before; false when it does not run any more. */
	keep(id: string, target: string, before: readonly Before[]): Promise<boolean>;
	/** What was kept, from the message at this place on; empty once it is too old. */
	before(
		id: string,
		target: string,
		place: number,
		limit: number,
	): Promise<readonly Before[]>;
	/** Ends one that was approved or is running; false when it is neither. */
	finish(id: string, finish: Finish): Promise<boolean>;
	/** What was seen again after its end; false where there is no such target. */
	tell(id: string, target: string, afterwards: Afterwards): Promise<boolean>;
	/** One short step of letting go what is too old, changes too; says how many rows went, zero when there is nothing left to do. */
	forgetCleanUps(nowMs: number, limit: number): Promise<number>;
};

export type Planning = Pick<
	Undertaking,
	"leftOut" | "hash" | "plannedMs" | "expiresMs"
> & {
	readonly targets: readonly PlannedTarget[];
};

type PlannedTarget = Pick<
	Target,
	"id" | "subscription" | "plan" | "failure"
> & {
	/** Other subscriptions it is about as well, from which it is found again; left out where there are none. */
	readonly others?: readonly string[];
};

export type Approving = Approval & {
	/** Of the plans that were shown. */
	readonly hash: string;
};

export type Approved =
	| "approved"
	/** Another plan was shown than the one that lies here. */
	| "changed"
	| "expired"
	/** Somebody else asked for it. */
	| "not theirs"
	| "not planned";

export type Claimed =
	| "claimed"
	/** Too late: what was seen is too old to act on. */
	| "expired"
	/** Another errand takes back the same one, or has. */
	| "taken"
	| "not approved";

export type Finish = {
	readonly state: Ending;
	/** By target; one that is not named has no outcome. */
	readonly outcomes: Readonly<Record<string, Outcome>>;
	/** Why nothing was begun; null where that is not so. */
	readonly failure: ProblemDetail | null;
	readonly endedMs: number;
};

export type ActivityAsked = {
	readonly filter: ActivityFilter;
	readonly limit: number;
	/** What the page before gave as `next`. */
	readonly cursor: string | null;
	/** Left out for whoever may see everything. */
	readonly seer?: Seer;
	/** Changes of who may come in only where this one asked for them, null for none; left out for all. */
	readonly peopleBy?: string | null;
};

/** What is left out narrows nothing. */
export type ActivityFilter = {
	readonly states?: readonly ErrandState[];
	readonly by?: string;
	readonly broker?: string;
	readonly subscription?: string;
	readonly action?: Action | ChangeVerb;
	/** When it was asked: from this on, and before that. */
	readonly fromMs?: number;
	readonly toMs?: number;
};

export type ActivityPage = {
	readonly errands: readonly Errand[];
	readonly next: string | null;
};

/** What was before is for taking back. */
export const beforeKeptMs = 24 * 3_600_000;
/** The record tells for ever what was done. */
export const cleanUpsKeptMs = 90 * 24 * 3_600_000;
