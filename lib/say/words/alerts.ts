// Which words does the page need that tells what fires? Every language must have all of them.
import type { AlertEnd } from "#lib/core/alert/alert.ts";
import type { AnswerCode, Silence } from "#lib/core/alert/notice.ts";
import type { Condition, RuleGravity } from "#lib/core/alert/rule.ts";
import type { Values } from "./words.ts";

/** For what has no verdict of its own. */
export type BareCondition = Exclude<
	Condition["is"],
	"verdict" | "verdict alone" | "measure"
>;

export type AlertsWords = {
	readonly title: string;
	readonly firing: string;
	readonly loading: string;
	readonly nothing: string;
	/** How many hold and have not fired yet. */
	nothingWhy(pending: number): string;
	pending(n: number): string;
	readonly muteAll: string;
	readonly gravities: Readonly<Record<RuleGravity, string>>;
	outlet(name: string): string;
	readonly store: string;
	/** Where no verdict has a reason to tell. */
	readonly evidence: Readonly<Record<"broker" | "outlet" | "store", string>>;
	readonly vanished: string;
	/** With the others that fire for the same, and are told by this one. */
	rule(name: string, also: readonly string[]): string;
	told(outlets: string): string;
	readonly toldNobody: string;
	notTold(outlet: string): string;
	triesAgain(outlet: string, when: string): string;
	givenUp(outlet: string): string;
	readonly held: Readonly<Record<Silence, string>>;
	mutedUntil(until: string): string;
	flaps(n: number): string;
	acknowledgedBy(by: string, when: string, why: string): string;
	readonly open: string;
	readonly acknowledge: string;
	readonly acknowledgeWhy: string;
	readonly mute: string;
	readonly mayNot: string;
	more(n: number): string;
	/** What came of trying an outlet, or of the last notice to it. */
	readonly answers: Readonly<Record<AnswerCode, (values: Values) => string>>;
	readonly past: PastWords;
	readonly muting: MuteWords;
	readonly outlets: OutletWords;
};

export type PastWords = {
	title(days: number): string;
	sum(alerts: number, seconds: number): string;
	days(n: number): string;
	readonly range: string;
	readonly none: string;
	readonly columns: {
		readonly resolved: string;
		readonly what: string;
		readonly rule: string;
		readonly outcome: string;
		readonly ended: string;
	};
	/** For those who listen: the picture in words. */
	picture(lanes: number, times: number): string;
	after(duration: string): string;
	/** A bar of the picture. */
	bar(rule: string, from: string, duration: string): string;
	readonly still: string;
	readonly ends: Readonly<Record<AlertEnd, string>>;
	otherLanes(n: number): string;
	readonly older: string;
};

export type MuteWords = {
	readonly title: string;
	readonly among: string;
	readonly everything: string;
	/** How many subscriptions match now. */
	matches(n: number): string;
	readonly counting: string;
	readonly until: string;
	readonly hour: string;
	untilClock(moment: string): string;
	readonly untilResolved: string;
	readonly pick: string;
	readonly picked: string;
	readonly tooFar: string;
	readonly why: string;
	readonly whyNeeded: string;
	readonly means: string;
	mute(n: number): string;
	readonly cancel: string;
	readonly hold: string;
	holds(until: string): string;
	readonly holdsUntilResolved: string;
	by(who: string, when: string): string;
	readonly end: string;
};

export type OutletWords = {
	readonly title: string;
	readonly none: string;
	readonly noneWhy: string;
	quiet(hours: string): string;
	delivered(when: string): string;
	readonly never: string;
	failing(since: string): string;
	owed(n: number): string;
	givenUp(n: number): string;
	readonly send: string;
	readonly sending: string;
	took(said: string, ms: number): string;
};
