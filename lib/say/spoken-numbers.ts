// How does one language write numbers and times? All formats bound to it once.
import type { Language } from "./language.ts";
import {
	amount,
	bytes,
	count,
	pace,
	percent,
	roughly,
	signed,
} from "./numbers.ts";
import {
	clock,
	date,
	duration,
	largest,
	moment,
	precisely,
	wholly,
	zoneMs,
	zoneName,
} from "./times.ts";
import type { Words } from "./words/words.ts";

type Numbers = Words["numbers"];

export function numbersIn(
	language: Language,
	own: Pick<Numbers, "ago" | "notKnown">,
): Numbers {
	return {
		...own,
		count: (n) => count(n, language),
		amount: (value) => amount(value, language),
		pace: (perSecond) => pace(perSecond, language),
		flow: (value) => signed(value, pace(value.n, language)),
		roughly: (n) => roughly(n, language),
		duration: (seconds) => duration(seconds, language),
		precisely: (seconds) => precisely(seconds, language),
		lasting: (value) => signed(value, precisely(value.n, language)),
		bytes: (n) => bytes(n, language),
		percent: (share) => percent(share, language),
		largest: (seconds) => largest(seconds, language),
		clock: (ms) => clock(ms, language),
		moment: (ms, nowMs) => moment(ms, nowMs, language),
		date: (ms) => date(ms, language),
		wholly: (ms) => wholly(ms, language),
		zoneMs: (ms) => zoneMs(ms),
		zone: (ms) => zoneName(ms, language),
	};
}
