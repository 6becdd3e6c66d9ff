// What is the life of an alert? Pending until its rule has held for long enough, firing until it was calm for long enough, then resolved.

import type { Row } from "../board.ts";
import type { Action } from "../clean-up/clean-up.ts";
import type { Subscription } from "../subscription.ts";
import type { Reason } from "../verdict.ts";
import type { RuleGravity } from "./rule.ts";

export const alertStates = ["pending", "firing", "resolved"] as const;
export type AlertState = (typeof alertStates)[number];

/** What an alert is about. */
export type AlertTarget =
	| ({
			readonly is: "subscription";
			readonly id: string;
			readonly system: string;
	  } & Subscription)
	| { readonly is: "broker"; readonly broker: string; readonly system: string }
	| { readonly is: "outlet"; readonly outlet: string }
	| { readonly is: "store" };

/** What was seen of it at one moment: the evidence a notice shows. */
export type AlertSeen = Pick<
	Row,
	"lag" | "marginSeconds" | "drainedSeconds"
> & {
	readonly atMs: number;
	/** Null where the target has none: a broker, an outlet. */
	readonly verdict: Row["verdict"] | null;
	readonly reason: Reason | null;
	/** What the rule measures, as it was; null where it measures nothing or it was not known. */
	readonly n: number | null;
	/** The clean-up that fits; null where none does. */
	readonly action: Action | null;
};

/** Why an alert is over, or why a pending one went without ever having fired. */
export const alertEnds = [
	/** What it watched for no longer holds. */
	"calm",
	"gone",
	"back",
	"rule changed",
	"rule removed",
	"broker removed",
] as const;
export type AlertEnd = (typeof alertEnds)[number];

export type Acknowledged = {
	readonly by: string;
	readonly atMs: number;
	readonly why: string;
};

export type Alert = {
	/** Of this life alone: what fires again is another alert. */
	readonly id: string;
	readonly rule: string;
	readonly gravity: RuleGravity;
	readonly target: AlertTarget;
	readonly state: AlertState;
	/** Since when it holds, as far as anybody knows. */
	readonly sinceMs: number;
	/** How long it held, counted only while that could be known and by a clock nobody sets. */
	readonly heldMs: number;
	/** How long it has been calm since it last held. */
	readonly calmMs: number;
	readonly firedMs: number | null;
	readonly resolvedMs: number | null;
	readonly end: AlertEnd | null;
	/** As it began to fire, and as it was seen last. */
	readonly first: AlertSeen;
	readonly last: AlertSeen;
	/** When the same rule fired for the same target within the last hour, this time with it: what comes and goes must be calm for longer. */
	readonly firings: readonly number[];
	readonly acknowledged: Acknowledged | null;
};
