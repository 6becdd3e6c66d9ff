// Which words does the page of one broker need?
import type { Freshness } from "#lib/core/freshness.ts";
import type { StandingCode } from "#lib/core/standing.ts";
import type { Values } from "./words.ts";

export type BrokerWords = {
	readonly broker: string;
	readonly freshness: Readonly<Record<Freshness, string>>;
	readonly never: string;
	heard(seconds: number, everySeconds: number): string;
	asked(everySeconds: number): string;
	readonly troubles: string;
	valuesFrom(ms: number, nowMs: number): string;
	readonly subscriptions: string;
	readonly onBoard: string;
	readonly noneOnBoard: string;
	readonly version: string;
	readonly versionNote: string;
	readonly versionUnknown: string;
	readonly share: string;
	/** Follows the figure: "0.4%" of this server's time in the last minute. */
	shareNote(seconds: number): string;
	readonly shareUnknown: string;
	readonly connections: string;
	/** Follows the figure: "41" of 10,000 that it allows. */
	connectionsOf(most: number): string;
	readonly mostUnknown: string;
	readonly connectionsUnknown: string;
	readonly besideNote: string;
	readonly standing: string;
	readonly standings: Readonly<
		Record<StandingCode, (values: Values) => string>
	>;
	readonly verdicts: string;
	onlyVerdict(verdict: string, n: number): string;
	readonly beside: string;
	readonly besideWhy: string;
	readonly besideNone: string;
	readonly besideNotHeard: string;
	leftOut(n: number): string;
	readonly columns: {
		readonly group: string;
		readonly kind: string;
		readonly state: string;
		readonly members: string;
	};
	readonly stale: string;
	membersOf(group: string): string;
	furtherMembers(n: number): string;
	readonly gone: string;
};

/** Ticks never make up a minute exactly. */
export const isMinute = (seconds: number): boolean =>
	seconds > 50 && seconds < 75;
