// When would a rule have fired? What history tells of it, and how much of that was looked at.
import type { AlertTarget } from "../alert.ts";

export type WouldFire = {
	readonly target: AlertTarget;
	readonly firedMs: number;
	/** Null while it would still fire. */
	readonly resolvedMs: number | null;
	/** The worst of what the rule measures in it; null where it measures nothing. */
	readonly worst: number | null;
};

export type BackTest = {
	readonly fromMs: number;
	readonly toMs: number;
	/** The oldest moment history remembers of any of them: before it nothing is known. */
	readonly knownFromMs: number | null;
	/** Subscriptions the rule is about, and how many of them were looked at. */
	readonly matched: number;
	readonly looked: number;
	/** Terms of its filter that choose nobody in the past: numbers and verdicts of one moment. */
	readonly leftOut: readonly string[];
	/** Times it would have fired altogether, and for how long together. */
	readonly times: number;
	readonly firingMs: number;
	/** The latest first, some of them. */
	readonly firings: readonly WouldFire[];
	/** Points of one line for the picture: what the rule measures, of whatever would have fired most; the worst of each point. */
	readonly line: {
		readonly target: AlertTarget;
		readonly atMs: readonly number[];
		readonly values: readonly (number | null)[];
	} | null;
	/** With which other number, or time, how often: so that a better one is seen. */
	readonly others: readonly {
		readonly n: number | null;
		readonly forMs: number;
		readonly times: number;
	}[];
};
