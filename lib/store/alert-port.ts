// What must a store promise of alerts? That what fires and the notices owed for it are written together or not at all.
import type { Acknowledged, Alert } from "#lib/core/alert/alert.ts";
import type { Mute } from "#lib/core/alert/mute.ts";
import type {
	Answer,
	Notice,
	OwedNotice,
	Wave,
} from "#lib/core/alert/notice.ts";
import type { OutletFact, OutletFares } from "#lib/core/alert/outlet.ts";
import type { KnownRule, Rule, RuleGravity } from "#lib/core/alert/rule.ts";
import type { ShownAlert } from "#lib/core/alert/shown.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import type { RecordEntry } from "#lib/core/record.ts";

export type AlertStore = ReviewedAlerts &
	OwedNotices &
	ShownAlerts &
	CountedAlerts &
	TendedAlerts;

/** What the collector's review reads when it begins, and writes each time something changed. */
export type ReviewedAlerts = {
	/** What the configuration says, for whoever shows it. */
	settleAlerts(settled: SettledAlerts): Promise<void>;
	/** All that goes on after a restart. */
	underWay(nowMs: number): Promise<UnderWay>;
	/** All of it or nothing. */
	reviewed(review: ReviewWrite): Promise<void>;
};

export type SettledAlerts = {
	/** The usual rules and those of the file. */
	readonly rules: readonly KnownRule[];
	readonly outlets: readonly OutletFact[];
};

export type UnderWay = {
	/** Pending and firing ones, and those resolved within the last hour. */
	readonly alerts: readonly Alert[];
	/** Those that are not over. */
	readonly waves: readonly Wave[];
};

export type ReviewWrite = {
	readonly atMs: number;
	/** New or changed; who never fired and is calm again is only named in `gone`. What is acknowledged is not changed by it. */
	readonly alerts: readonly Alert[];
	readonly gone: readonly string[];
	readonly waves: readonly Wave[];
	/** Owed from now on; one that tells again only where its wave is owed nothing else. */
	readonly notices: readonly Notice[];
	/** Why alerts that fire are not told, by alert: what a screen shows. Replaces what was there. */
	readonly held: ReadonlyMap<string, string>;
	/** Mutes whose end the review saw, and when. */
	readonly mutesEnded: readonly {
		readonly id: string;
		readonly atMs: number;
	}[];
};

/** What the collector's deliverer does. */
export type OwedNotices = {
	/** Of each wave only the oldest that is owed, where its time has come: nobody hears "over" before what is over. Each outlet in turn, longest due first. */
	owed(nowMs: number, limit: number): Promise<readonly OwedNotice[]>;
	/** What one says, while it is owed. */
	notice(id: string): Promise<Notice | null>;
	/** What came of sending one; it is owed no more when taken, or when it is given up. */
	tried(id: string, tried: TriedNotice): Promise<void>;
	fares(): Promise<readonly OutletFares[]>;
	/** One short step of letting go what is too old; says how many rows went. */
	forgetAlerts(nowMs: number, limit: number): Promise<number>;
};

export type TriedNotice = {
	readonly atMs: number;
	readonly answer: Answer;
	/** Null when it is not tried again. */
	readonly nextMs: number | null;
};

/** What screens are shown; with a scope, as if nothing else had ever fired. */
export type ShownAlerts = {
	/** Grows with every change of any of this. */
	alertsRev(): Promise<number>;
	/** How many fire now: the number beside the bell. */
	firingTotal(scope?: Scope): Promise<number>;
	firing(limit: number, scope?: Scope): Promise<FiringAlerts>;
	/** Alerts that fired and were resolved within that time, the latest first. */
	past(asked: PastAsked): Promise<PastAlerts>;
	alert(id: string): Promise<ShownAlert | null>;
	/** What one subscription's chart marks: all that fired within that time. */
	ofSubscription(
		id: string,
		fromMs: number,
		toMs: number,
	): Promise<readonly Alert[]>;
	knownRules(): Promise<readonly KnownRule[]>;
	outlets(): Promise<readonly (OutletFact & OutletFares)[]>;
	/** Those that hold, and those that ended since then. */
	mutes(endedSinceMs: number): Promise<readonly Mute[]>;
};

export type FiringAlerts = {
	/** The gravest first, then the longest. */
	readonly alerts: readonly ShownAlert[];
	readonly total: number;
	readonly pending: number;
};

export type PastAsked = {
	readonly fromMs: number;
	readonly toMs: number;
	readonly limit: number;
	readonly cursor: string | null;
	readonly scope?: Scope;
};

export type PastAlerts = {
	readonly alerts: readonly ShownAlert[];
	/** Of the whole range: how many, and how long they fired together. */
	readonly total: number;
	readonly firingMs: number;
	readonly next: string | null;
};

/** What programs are told: how much of each there is. */
export type CountedAlerts = {
	alertCounts(): Promise<{
		readonly alerts: readonly AlertCount[];
		readonly outlets: readonly OutletCounts[];
	}>;
};

export type AlertCount = {
	readonly state: "pending" | "firing";
	readonly gravity: RuleGravity;
	readonly n: number;
};

export type OutletCounts = OutletFares & {
	/** Tries that were taken, and tries that were not, since it is known. */
	readonly delivered: number;
	readonly failed: number;
};

/** What a person changes. Each stands in the record in the same transaction, or is not done. False where there was nothing to change. */
export type TendedAlerts = {
	saveRule(
		rule: Rule,
		was: string | null,
		entry: RecordEntry,
	): Promise<boolean>;
	removeRule(name: string, entry: RecordEntry): Promise<boolean>;
	/** Once, however often it is asked for. */
	mute(mute: Mute, entry: RecordEntry): Promise<boolean>;
	endMute(
		id: string,
		by: string,
		atMs: number,
		entry: RecordEntry,
	): Promise<boolean>;
	acknowledge(
		alert: string,
		acknowledged: Acknowledged,
		entry: RecordEntry,
	): Promise<boolean>;
};

/** Shown for as long as clean-ups are. */
export const alertsKeptMs = 90 * 24 * 3_600_000;
/** However much comes and goes: of those that are over, the latest so many. */
export const alertsKeptMost = 100_000;
