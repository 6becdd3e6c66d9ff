// How does what was answered about alerts look on the wire?

import type { AlertAnswer } from "#lib/core/alert/asked/errand.ts";
import type { BackTest, WouldFire } from "#lib/core/alert/past/back-test.ts";
import { answerOnWire } from "./alerts-on-wire.ts";
import type { AlertAnswerReply, BackTestReply } from "./back-test.ts";
import { isoOf } from "./on-wire.ts";

export function alertAnswerOnWire(answer: AlertAnswer): AlertAnswerReply {
	switch (answer.is) {
		case "changed":
			return { is: answer.is, id: answer.id };
		case "back-test":
			return { is: answer.is, backTest: backTestOnWire(answer.backTest) };
		case "tried":
			return { ...answer, answer: answerOnWire(answer.answer) };
	}
}

function backTestOnWire(it: BackTest): BackTestReply {
	const {
		fromMs,
		toMs,
		knownFromMs,
		firings,
		line,
		others,
		leftOut,
		...counts
	} = it;
	return {
		...counts,
		leftOut: [...leftOut],
		from: isoOf(fromMs),
		to: isoOf(toMs),
		knownFrom: knownFromMs === null ? null : isoOf(knownFromMs),
		firings: firings.map(firingOnWire),
		line: line && {
			target: line.target,
			atMs: [...line.atMs],
			values: [...line.values],
		},
		others: others.map((other) => ({ ...other })),
	};
}

const firingOnWire = ({ firedMs, resolvedMs, ...firing }: WouldFire) => ({
	...firing,
	fired: isoOf(firedMs),
	resolved: resolvedMs === null ? null : isoOf(resolvedMs),
});
