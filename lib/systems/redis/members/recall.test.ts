// Is what is learned from look to look true of a member that lives? Replies by hand, a minute of the server's time apart.
import { describe, expect, test } from "vitest";
import {
	asksEveryMs,
	type GroupRecall,
	newStream,
	noteGroup,
	noteLook,
	noteStream,
	type StreamRecall,
	seenNow,
	turnsMissed,
} from "./recall.ts";

const minuteMs = 60_000;

type Look = {
	readonly idleMs: number;
	readonly added?: number | null;
	readonly inactiveMs?: number | null;
	readonly holding?: number;
	/** Deliveries since the last look. */
	readonly position?: string;
};

/** One member `m` of one group, looked at once a minute. */
function story(...looks: readonly Look[]) {
	const stream: StreamRecall = newStream();
	let group: GroupRecall | null = null;
	looks.forEach(({ idleMs, added = 10, ...look }, i) => {
		const { inactiveMs = null, holding = 0, position = "0-0" } = look;
		const nowMs = i * minuteMs;
		noteStream(stream, added, nowMs);
		const tick = { name: "g", registered: 1, holding, waits: false, position };
		group = noteGroup(stream, tick, nowMs);
		stream.groups.set("g", group);
		noteLook(
			stream,
			group,
			[{ name: "m", holding, idleMs, inactiveMs }],
			nowMs,
		);
	});
	const last: GroupRecall | undefined = stream.groups.get("g");
	const member = last?.members.get("m");
	if (!last || !member) throw new Error("Nobody is remembered");
	return { stream, group: last, member };
}

const times = (n: number, look: Look) => Array<Look>(n).fill(look);

describe("how often a member asks", () => {
	test("is known once it was seen three times to ask and get nothing", () => {
		const asking = { idleMs: 2000 };
		expect(asksEveryMs(story(...times(4, asking)).member)).toBeNull();
		expect(asksEveryMs(story(...times(5, asking)).member)).toBe(62_000);
	});

	test("is not learned from a member that only got older", () => {
		const looks = [0, 1, 2, 3, 4, 5, 6].map((n) => ({ idleMs: n * minuteMs }));
		expect(asksEveryMs(story(...looks).member)).toBeNull();
	});

	test("is not learned where a message may have woken it", () => {
		const woken = [1, 2, 3, 4, 5, 6, 7].map((added) => ({ idleMs: 9, added }));
		expect(asksEveryMs(story(...woken).member)).toBeNull();
		const unknown = times(7, { idleMs: 9, added: null });
		expect(asksEveryMs(story(...unknown).member)).toBeNull();
	});

	test("is not learned from a message that came between two replies, seen a look later", () => {
		const late = [10, 10, 11, 11, 12, 12, 13, 13];
		const looks = late.map((added, i) => ({
			added,
			idleMs: i % 2 === 1 ? 5 : minuteMs,
		}));
		expect(asksEveryMs(story(...looks).member)).toBeNull();
	});

	test("is not learned from being served", () => {
		const served = times(7, { idleMs: 9, inactiveMs: 9 });
		expect(asksEveryMs(story(...served).member)).toBeNull();
	});
});

describe("the newest message", () => {
	test("came after the last moment at which it was not there", () => {
		const { stream } = story(
			...[10, 10, 11, 11].map((added) => ({ idleMs: 0, added })),
		);
		expect(stream.newestAfterMs).toBe(minuteMs);
	});

	test("is of no stream that was made anew, and of none never seen to grow", () => {
		const made = story({ idleMs: 0, added: 10 }, { idleMs: 0, added: 2 });
		expect(made.stream.newestAfterMs).toBeNull();
		expect(story(...times(3, { idleMs: 0 })).stream.newestAfterMs).toBeNull();
	});

	test("is dated by what was known where a look was without a count", () => {
		const { stream } = story(
			...[10, null, null, 11].map((added) => ({ idleMs: 0, added })),
		);
		expect(stream.newestAfterMs).toBe(0);
	});
});

describe("turns a member missed", () => {
	const aged = (n: number, over: Partial<Look> = {}): Look => ({
		...{ idleMs: n * minuteMs, position: `${n}-0`, ...over },
	});

	test("count from the look that found it at rest", () => {
		const { member, group } = story(aged(0), aged(1), aged(2), aged(3));
		expect(turnsMissed(member, group)).toBe(2);
	});

	test("are none while it holds something or was just served", () => {
		const held = story(aged(0), aged(1), aged(2, { holding: 1 }));
		expect(turnsMissed(held.member, held.group)).toBeNull();
		const served = story(aged(0), aged(1), aged(2, { idleMs: 5 }));
		expect(turnsMissed(served.member, served.group)).toBeNull();
	});

	test("many messages at once are one turn", () => {
		const burst = { position: "900-0" };
		const { member, group } = story(aged(0), aged(1), aged(2, burst));
		expect(turnsMissed(member, group)).toBe(1);
	});

	test("somebody who looks between two ticks changes nothing of what is remembered", () => {
		const { member, group } = story(aged(0), aged(1), aged(2));
		const before = structuredClone(group);
		const now = { name: "m", holding: 3, idleMs: 4, inactiveMs: null };
		const seen = seenNow(group, [now], 3 * minuteMs).members.get("m");
		expect(seen).toMatchObject({ holding: 3, idleMs: 4, turnsThen: null });
		expect(group).toEqual(before);
		expect(turnsMissed(member, group)).toBe(1);
	});
});
