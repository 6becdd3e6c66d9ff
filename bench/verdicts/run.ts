// What do three judges say of one day? All see the same channel at the same moments.
import { type Assessment, judgeNext } from "#lib/core/assess.ts";
import { startMs } from "#lib/core/for-tests.ts";
import type { Reading } from "#lib/core/reading.ts";
import { recalling } from "#lib/core/recalling.ts";
import type { Reason, Verdict } from "#lib/core/verdict.ts";
import { add, newWindow } from "#lib/core/window/window.ts";
import type { Chance } from "./chance.ts";
import { Channel } from "./channel.ts";
import type { Day } from "./day.ts";
import { type Keeping, Published } from "./published.ts";
import { rawEndsOf, seenOf } from "./seen.ts";
import { Truth } from "./truth.ts";

const calls: readonly Verdict[] = [
	"slow",
	"stalled",
	"stopped",
	"losing",
	"abandoned",
];

export type Run = {
	readonly bits: readonly number[];
	/** Of Tidemark: the verdict of each step, and whether it calls somebody. */
	readonly verdicts: readonly Verdict[];
	readonly own: Uint8Array;
	readonly published: readonly Uint8Array[];
	/** What a threshold is held against. */
	readonly lag: Float64Array;
};

export function runOf(
	day: Day,
	chance: Chance,
	keepings: readonly Keeping[],
	watch: (
		reading: Reading,
		judged: Assessment,
		bits: number,
	) => void = () => {},
): Run {
	const steps = Math.floor(day.lastsMs / day.everyMs);
	const channel = new Channel(day, chance);
	const truth = new Truth();
	const others = keepings.map((it) => new Published(day.partitions, it));
	const blank = () => new Uint8Array(steps);
	const [own, published] = [blank(), keepings.map(blank)];
	const lag = new Float64Array(steps);
	const verdicts: Verdict[] = [];
	let window = newWindow();
	let verdict: Verdict = "unknown";
	let reason: Reason = { code: "steady", values: {} };
	let last: Reading | null = null;
	let aheadMs = 0;
	for (let i = 0; i < steps; i++) {
		channel.step();
		truth.saw(channel);
		const blinks = day.blinks.filter(
			({ fromMs, untilMs }) =>
				fromMs <= channel.nowMs && channel.nowMs < untilMs,
		);
		const is = (what: string) => blinks.some((it) => it.what === what);
		for (const { what, fromMs, byMs } of blinks)
			if (what === "clock stepped" && channel.nowMs - fromMs < day.everyMs)
				aheadMs += byMs;
		tellCommits(others, channel);
		if (is("restarted")) window = recalling(newWindow(), reason);
		if (!is("paused") && !is("restarted") && !channel.is("broker away")) {
			const atMs = startMs + channel.nowMs + aheadMs;
			const reading = seenOf(channel, atMs);
			const judged = judgeNext(window, reading, atMs + 50);
			if (is("overtaken") && last) add(window, last);
			verdict = judged.verdict;
			reason = judged.reason;
			last = reading;
			lag[i] = reading.lag?.n ?? 0;
			watch(reading, judged, truth.bits[i] ?? 0);
			const ends = rawEndsOf(channel);
			for (const [k, other] of others.entries())
				if (other.says(ends, channel.nowMs) !== "fine")
					(published[k] ?? own)[i] = 1;
		} else {
			// Nobody tells anything new. A broker that is silent is known to be; the others go on with what they had.
			verdict = channel.is("broker away") ? "unknown" : verdict;
			lag[i] = lag[i - 1] ?? 0;
			for (const column of published) column[i] = column[i - 1] ?? 0;
		}
		verdicts.push(verdict);
		own[i] = calls.includes(verdict) ? 1 : 0;
	}
	truth.settle(day);
	return { bits: truth.bits, verdicts, own, published, lag };
}

function tellCommits(others: readonly Published[], channel: Channel): void {
	const ends = rawEndsOf(channel);
	for (let p = 0; p < ends.length; p++) {
		if (channel.committed[p] === 0) continue;
		const position = channel.commits[p] ?? 0;
		const lag = Math.max(0, (ends[p] ?? 0) - position);
		for (const other of others)
			other.committed(p, channel.nowMs, position, lag);
	}
}
