// Which words does a look at what is held need? Every language must have all of them.
import type { Amount } from "#lib/core/amount.ts";

export type PendingWords = {
	readonly title: string;
	held(n: number): string;
	readonly nothing: string;
	/** One name a span, as core cuts them. */
	readonly ages: readonly string[];
	readonly times: readonly string[];
	readonly idle: string;
	/** Beyond this everything is held longer than it usually is. */
	longerThanUsual(duration: string): string;
	readonly written: string;
	readonly deliveries: string;
	readonly holders: string;
	othersHold(members: number, entries: number): string;
	about(seen: number, total: number): string;
	counted(n: number): string;
	counting(n: number, total: number): string;
	most(deliveries: Amount, idleSeconds: Amount): string;
	readonly countAll: string;
	readonly countAgain: string;
	readonly stop: string;
	readonly filters: string;
	readonly anyMember: string;
	readonly anyTimes: string;
	readonly anyAge: string;
	readonly member: string;
	readonly atLeastTimes: string;
	readonly atLeastIdle: string;
	timesOrMore(n: number): string;
	forLonger(seconds: number): string;
	readonly columns: {
		readonly id: string;
		readonly member: string;
		readonly idle: string;
		readonly deliveries: string;
		readonly written: string;
		readonly size: string;
		readonly contents: string;
	};
	readonly gone: string;
	readonly goneWhy: string;
	readonly noMatch: string;
	passed(n: number, total: number): string;
	readonly further: string;
	readonly next: string;
	readonly previous: string;
	readonly show: string;
	readonly hide: string;
	contentsOf(id: string): string;
	readonly mayNot: string;
	bytesLeftOut(n: number): string;
	fieldsLeftOut(n: number): string;
	readonly noFields: string;
};
