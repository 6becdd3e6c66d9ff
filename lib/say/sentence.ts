// What does a code of the server say in the reader's language? Codes this screen does not know are quoted, never hidden.

import { type Amount, bounds } from "#lib/core/amount.ts";
import { type AnewWhy, anewWhys } from "#lib/core/anew.ts";
import { type GoneWhy, goneWhys } from "#lib/core/gone.ts";
import { evidenceCodes } from "#lib/core/member.ts";
import { noteCodes } from "#lib/core/note.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { troubleCodes } from "#lib/core/trouble.ts";
import { reasonCodes } from "#lib/core/verdict.ts";
import { brief } from "./name.ts";
import type { Values, Words } from "./words/words.ts";

/** As a sentence begins. */
export const capital = (text: string): string =>
	text.charAt(0).toUpperCase() + text.slice(1);

type Coded = { readonly code: string; readonly values: Values };

export function reasonSentence(
	words: Pick<Words, "reasons">,
	reason: Coded,
): string {
	const code = reasonCodes.find((known) => known === reason.code);
	return code === undefined
		? brief(reason.code)
		: words.reasons[code](reason.values);
}

export function noteSentence(words: Words, note: Coded): string {
	const code = noteCodes.find((known) => known === note.code);
	return code === undefined ? brief(note.code) : words.notes[code](note.values);
}

/** Why a member is judged as it is. */
export function evidenceSentence(words: Words, evidence: Coded): string {
	const code = evidenceCodes.find((known) => known === evidence.code);
	return code === undefined
		? brief(evidence.code)
		: words.evidence[code](evidence.values);
}

type MembersCounted = {
	readonly registered: number;
	readonly live: Amount | null;
	readonly dead: number | null;
	readonly stuck: number | null;
	readonly unknown: number | null;
};

/** "21 registered · at most 9 live · 12 dead": what is none, or not known, is left out. */
export function membersSentence(
	{ members: words }: Words,
	members: MembersCounted,
	isLiveTold = true,
): string {
	const parts = [words.registered(members.registered)];
	if (isLiveTold && members.live !== null) parts.push(words.live(members.live));
	for (const verdict of ["dead", "stuck", "unknown"] as const) {
		const n = members[verdict] ?? 0;
		if (n > 0) parts.push(words.count(n, verdict));
	}
	return parts.join(" · ");
}

type Dictionary = {
	readonly troubles: Words["troubles"];
	readonly numbers: Pick<Words["numbers"], "notKnown">;
};

export function troubleSentence(words: Dictionary, code: unknown): string {
	const known = troubleCodes.find((one) => one === code);
	return known === undefined ? words.numbers.notKnown : words.troubles[known];
}

/** What somebody can check who wants to mend it; empty for a code this screen does not know. */
export function checkSentence(
	words: Pick<Words, "checks">,
	code: unknown,
): string {
	const known = troubleCodes.find((one) => one === code);
	return known === undefined ? "" : words.checks[known];
}

/** What no page knows is told in general; only what is not among the words at hand waits for those of the pages. */
export function problemSentence(words: Words, problem: ProblemDetail): string {
	const { key, values } = problem;
	const say =
		sayIn(words.problems, key) ??
		sayIn(words.rareProblems, key) ??
		words.problems.bug;
	return say(values);
}

const sayIn = (
	says: Readonly<Record<string, (values: Values) => string>>,
	key: string,
) => (Object.hasOwn(says, key) ? says[key] : undefined);

/** With the bound that is told beside it. */
export const amountIn = (values: Values, key: string): Amount => ({
	n: numberOf(values, key) ?? 0,
	bound: bounds.find((it) => it === values.bound) ?? "exact",
});

export const numberOf = (values: Values, key: string): number | null => {
	const value = values[key];
	return typeof value === "number" && Number.isFinite(value) ? value : null;
};

export const textOf = (values: Values, key: string): string => {
	const value = values[key];
	return value === undefined || value === "" ? "" : brief(String(value), 300);
};

export const goneWhyOf = (values: Values): GoneWhy | null =>
	goneWhys.find((why) => why === values.why) ?? null;

export const anewWhyOf = (values: Values): AnewWhy | null =>
	anewWhys.find((why) => why === values.why) ?? null;

/** When it went, where the server still knows. */
export function goneMsOf(values: Values): number | null {
	const ms = Date.parse(textOf(values, "at"));
	return Number.isNaN(ms) ? null : ms;
}
