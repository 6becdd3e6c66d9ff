// Which words does a notice need, whichever outlet carries it? Every language must have all of them.
import type { AlertEnd, AlertTarget } from "#lib/core/alert/alert.ts";
import type { NoticeSays } from "#lib/core/alert/notice.ts";
import type { RuleGravity } from "#lib/core/alert/rule.ts";
import type { Amount } from "#lib/core/amount.ts";
import type { FittingAction } from "#lib/core/clean-up/fitting.ts";
import type { Language } from "../language.ts";
import type { Words } from "./words.ts";

export type NoticeWords = {
	readonly language: Language;
	readonly reasons: Words["reasons"];
	/** Rules that are there before anybody wrote one, by their names. */
	readonly usual: ReadonlyMap<string, string>;
	/** What is told of what: a first notice is only its rule and its target. */
	title(says: NoticeSays, rule: string, what: string): string;
	/** A subscription on a broker; null where its readers form no group. */
	subscription(channel: string, group: string | null, broker: string): string;
	outlet(name: string): string;
	readonly store: string;
	/** How many of how many still fire. */
	several(n: number, of: number, on: string | null): string;
	severalAlerts(n: number, of: number): string;
	/** For what has no verdict whose reason could be told. */
	readonly evidence: Readonly<
		Record<Exclude<AlertTarget["is"], "subscription">, string>
	>;
	readonly gone: string;
	since(moment: string, duration: string): string;
	lag(lag: Amount): string;
	loses(seconds: number): string;
	drained(seconds: number): string;
	over(why: AlertEnd | null, moment: string, duration: string): string;
	gravity(gravity: RuleGravity): string;
	readonly test: string;
	more(n: number): string;
	readonly see: string;
	readonly seeBroker: string;
	readonly all: string;
	readonly deeds: Readonly<Record<FittingAction, string>>;
	/** Below whatever is sent by mail. */
	sentBy(outlet: string): string;
};
