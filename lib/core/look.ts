// What does one subscription look like in depth? Partitions and members as the broker shows them now, a page at a time.
import type { Amount } from "./amount.ts";
import type { Evidence, MemberVerdict } from "./member.ts";
import type { PendingPage } from "./pending.ts";
import type { Setting } from "./setting.ts";
import type { Survey } from "./survey.ts";

export const lookParts = [
	"partitions",
	"members",
	/** What is held, entry by entry. */
	"pending",
	/** The same as a few counts. */
	"survey",
] as const;
export type LookPart = (typeof lookParts)[number];

/** What partitions are put in order by, over all pages: most lag, oldest and least margin first; names and numbers from the first. */
export const lookSorts = [
	"lag",
	"timeLag",
	"margin",
	"owner",
	"partition",
] as const;
export type LookSort = (typeof lookSorts)[number];

export type PartitionLine = {
	readonly partition: number;
	readonly position: number | null;
	readonly start: number | null;
	readonly end: number | null;
	readonly lag: number | null;
	readonly owner: string | null;
	readonly timeLagMs: Amount | null;
	readonly marginMs: Amount | null;
	/** When the position was last seen to move; null while it was not, since somebody looks. */
	readonly movedMs: number | null;
};

/** What else is to be said of a member, where there is something. */
export const memberMarks = [
	/** It left for a restart, is expected back, and reads nothing meanwhile. */
	"away",
	/** Its group shares out anew; its partitions are those it had before. */
	"rebalancing",
] as const;
export type MemberMark = (typeof memberMarks)[number];

export type MemberLine = {
	readonly name: string;
	readonly clientId: string | null;
	readonly host: string | null;
	/** The id under which a static member returns. */
	readonly instanceId: string | null;
	readonly partitions: readonly number[] | null;
	readonly holding: number | null;
	readonly idleMs: number | null;
	readonly oldestHeldMs: number | null;
	/** Is it there, and what says so? Null where the broker lists only those who are, or nobody can judge. */
	readonly verdict: MemberVerdict | null;
	readonly evidence: Evidence | null;
	readonly mark: MemberMark | null;
	/** What waits to be sent to it; null where a broker sends nothing by itself. */
	readonly output: Output | null;
};

export type Output = {
	/** Since it connected. */
	readonly ageMs: number;
	readonly bytes: number;
	/** Of what may wait before it is cut off; null where nothing is set, or nobody may ask. */
	readonly share: number | null;
	/** Null while it keeps up, as far as anybody has seen. */
	readonly behindSinceMs: number | null;
};

export type Look = {
	readonly atMs: number;
	readonly part: LookPart;
	readonly total: number;
	readonly offset: number;
	readonly partitions: readonly PartitionLine[];
	readonly members: readonly MemberLine[];
	/** What is configured, there and not here, that decides how this goes. */
	readonly settings: readonly Setting[];
	/** Null in a look at another part. */
	readonly pending: PendingPage | null;
	readonly survey: Survey | null;
};
