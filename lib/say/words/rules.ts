// Which words does a rule need that is read as a sentence and written by choosing? Every language must have all of them.
import type { Measure, RuleSource } from "#lib/core/alert/rule.ts";
import type { Verdict } from "#lib/core/verdict.ts";
import type { BareCondition } from "./alerts.ts";

export type SpanUnit = "s" | "min" | "h" | "d";

export type RulesWords = {
	readonly title: string;
	count(n: number): string;
	readonly loading: string;
	readonly all: string;
	readonly new: string;
	readonly sources: Readonly<Record<RuleSource, string>>;
	readonly fromFile: string;
	readonly fromUsual: string;
	readonly edited: string;
	readonly off: string;
	readonly name: string;
	readonly namePlaceholder: string;
	readonly gravity: string;
	readonly text: string;
	readonly textPlaceholder: string;
	readonly on: string;
	readonly sentence: SentenceWords;
	readonly conditions: {
		atLeast(verdict: Verdict): string;
		alone(verdict: Verdict): string;
		/** Before the number, for choosing one. */
		readonly measures: Readonly<Record<Measure, string>>;
		/** With its number. */
		measured(of: Measure, n: string): string;
		readonly others: Readonly<Record<BareCondition, string>>;
	};
	readonly counts: Readonly<Record<"messages" | "times" | "members", string>>;
	readonly units: Readonly<Record<SpanUnit, string>>;
	readonly backTest: BackTestWords;
	readonly notice: {
		readonly title: string;
		readonly example: string;
	};
	readonly save: string;
	readonly saving: string;
	readonly discard: string;
	readonly remove: string;
	readonly removeUsual: string;
	readonly saved: string;
	readonly removed: string;
	readonly nameNeeded: string;
	readonly nameTaken: string;
	changed(parts: string): string;
	fromTo(from: string, to: string): string;
	readonly newOne: string;
	readonly parts: Readonly<
		Record<"name" | "when" | "among" | "tell" | "text" | "on" | "off", string>
	>;
};

/** Each line with the places of its choices in braces, in whatever order a language wants them. */
export type SentenceWords = {
	/** {condition} and {for} */
	readonly when: string;
	/** {among} */
	readonly among: string;
	readonly everything: string;
	matched(n: number): string;
	/** {tell} and {again} */
	readonly tell: string;
	readonly everyone: string;
	readonly once: string;
	/** {as} and {calm} */
	readonly calm: string;
	/** What each choice is called for those who listen. */
	readonly labels: Readonly<
		Record<
			| "condition"
			| "number"
			| "unit"
			| "for"
			| "among"
			| "tell"
			| "again"
			| "calm",
			string
		>
	>;
};

export type BackTestWords = {
	times(n: number, days: number): string;
	readonly asking: string;
	readonly failed: string;
	readonly nothing: string;
	readonly notAsked: string;
	looked(looked: number, matched: number): string;
	known(moment: string): string;
	readonly knowsNothing: string;
	leftOut(terms: string): string;
	readonly still: string;
	more(n: number): string;
	/** How often with another number or time. */
	readonly with: (what: string, times: number, isFirst: boolean) => string;
	picture(name: string, times: number): string;
	inAll(seconds: number): string;
	readonly range: string;
};
