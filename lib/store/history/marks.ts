// Which number stands for a verdict and its reason in the file? For ever the same, and graver is greater.
import {
	type ReasonCode,
	reasonCodes,
	type Verdict,
	verdicts,
} from "#lib/core/verdict.ts";

/** Apart by ten, so that one can come between; a number is never given to another. */
const verdictNumbers: Readonly<Record<Verdict, number>> = {
	healthy: 10,
	abandoned: 20,
	unknown: 30,
	slow: 40,
	stalled: 50,
	stopped: 60,
	losing: 70,
};

const reasonNumbers: Readonly<Record<ReasonCode, number>> = {
	"caught up": 1,
	"only markers": 2,
	"may be only markers": 3,
	"catches up": 4,
	steady: 5,
	"falls behind": 6,
	"not moving": 7,
	"open transaction": 8,
	"no members": 9,
	"forgotten soon": 10,
	"no group": 11,
	"removed unread": 12,
	"loses soon": 13,
	"too few readings": 14,
	"no position": 15,
	"ahead of the log": 16,
	"made again": 17,
	"lag unknown": 18,
	"broker silent": 19,
	"part silent": 20,
	"begins anew": 21,
	"all dead": 22,
	"held by absent": 23,
	"rests as usual": 24,
	"parts not moving": 25,
	"delivered again": 26,
	"goes back": 27,
	"not subscribed": 28,
	"held still": 29,
	"waits still": 30,
	"subscriber cut off": 40,
	"subscriber lost": 41,
	"cut off soon": 42,
	"subscriber behind": 43,
	"nobody listens": 44,
	"listened to": 45,
};

const each = 1_000;

export const markOf = (verdict: Verdict, reason: ReasonCode): number =>
	verdictNumbers[verdict] * each + reasonNumbers[reason];

const verdictBy = new Map(verdicts.map((it) => [verdictNumbers[it], it]));
const reasonBy = new Map(reasonCodes.map((it) => [reasonNumbers[it], it]));

/** Null for a mark of a program that knew more. */
export function markedBy(
	mark: number,
): { readonly verdict: Verdict; readonly reason: ReasonCode } | null {
	const verdict = verdictBy.get(Math.floor(mark / each));
	const reason = reasonBy.get(mark % each);
	return verdict && reason ? { verdict, reason } : null;
}
