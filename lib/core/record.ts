// What is written down for ever of what somebody changed? Who, when, what and why, so that a line can be read alone.
import { endings } from "./clean-up/outcome.ts";

export const recordEvents = [
	"approved",
	"running",
	"stopped",
	...endings,
	"cancelled",
	"expired",
	"seen again",
	/** Who is told of what was changed. */
	"rule saved",
	"rule removed",
	"muted",
	"mute ended",
	"acknowledged",
	/** Who may come in. */
	...(["person added", "roles changed", "person removed"] as const),
	...(["password set", "invited", "link made"] as const),
	...(["token made", "token ended", "session ended"] as const),
	/** A record that was not whole goes on as it was found: somebody said so. */
	"accepted",
	/** A backup took the place of the store: what was written since is told by no line. */
	"restored",
	/** Not a line of ours any more; what stands there is told as it is. */
	"unreadable",
] as const;
export type RecordEvent = (typeof recordEvents)[number];

export type RecordEntry = {
	readonly atMs: number;
	/** Null where it is of the record itself. */
	readonly errand: string | null;
	readonly event: RecordEvent;
	/** Null where nobody did it but the program itself. */
	readonly by: string | null;
	/** Plain values, as JSON can say them. */
	readonly told: Readonly<Record<string, unknown>>;
};

export type RecordLine = RecordEntry & {
	/** Counted from 1, without a gap. */
	readonly n: number;
	/** Of this line and all before it. */
	readonly hash: string;
};
