// Which verdict does the filter's text ask for, and what is the text with another one?
import { type FilterToken, tokensOf } from "#lib/core/filter/token.ts";
import { type Verdict, verdicts } from "#lib/core/verdict.ts";

const asksVerdict = (token: FilterToken): boolean =>
	!token.not && token.key?.toLowerCase() === "verdict";

export function verdictIn(text: string): Verdict | null {
	for (const token of tokensOf(text)) {
		if (!asksVerdict(token)) continue;
		const word = token.value.toLowerCase();
		const known = verdicts.find((verdict) => verdict === word);
		if (known !== undefined) return known;
	}
	return null;
}

/** All terms must hold, so two verdicts at once would never match: the new one takes the place of the old. */
export function toggled(text: string, verdict: Verdict): string {
	const others = [...tokensOf(text)]
		.filter((token) => !asksVerdict(token))
		.map(({ at, length }) => text.slice(at, at + length));
	return verdictIn(text) === verdict
		? others.join(" ")
		: [`verdict:${verdict}`, ...others].join(" ");
}
