// Does who stands at the first message kept, or at the end, stay where that was, until it commits a number?
import { expect, test } from "vitest";
import { atLeast, atMost, exactly } from "#lib/core/amount.ts";
import { assess } from "#lib/core/assess.ts";
import { add, newWindow } from "#lib/core/window/window.ts";
import { Places } from "./places.ts";
import { readingOf } from "./readings.ts";
import { type Topic, Topics } from "./topics.ts";

const none = Number.NaN;
const minuteMs = 60_000;

function topicOf(id = "a", partitions = 2): Topic {
	const topics = new Topics();
	const leaders = new Int32Array(partitions).fill(1);
	const place = { topic: "orders", id, code: 0, isInternal: false };
	topics.settle([{ ...place, leaders, epochs: leaders }]);
	const topic = topics.find("orders");
	if (!topic) throw new Error("The topic was not kept");
	return topic;
}

const two = {
	...{ registered: 2, live: exactly(2), dead: 0, stuck: 0, unknown: 0 },
};

let tickMs = 0;

/** What one group is read to have committed, tick by tick. */
function reader(places = new Places()) {
	return (
		topic: Topic,
		logs: readonly (readonly [start: number, end: number])[],
		committed: readonly number[],
		atMs = ++tickMs,
	) => {
		logs.forEach(([start, end], p) => {
			topic.starts[p] = start;
			topic.ends[p] = end;
		});
		const read = {
			topic: "orders",
			partitions: Int32Array.from(committed, (_, p) => p),
			positions: Float64Array.from(committed),
		};
		return readingOf("g", read, topic, {
			...{ members: two, outage: new Map(), atMs },
			placing: places.next("g", atMs),
		});
	};
}

test("what is removed unread is lost from where it first stood, and only a number departs", () => {
	const [topic, read] = [topicOf("a", 1), reader()];
	expect(read(topic, [[6, 10]], [-2])).toMatchObject({
		...{ lag: exactly(4), lost: 0, departed: 6 },
	});
	expect(read(topic, [[9, 12]], [-2])).toMatchObject({
		...{ lag: exactly(3), lost: 3, departed: 6 },
	});
	expect(read(topic, [[9, 12]], [11])).toMatchObject({
		...{ lag: exactly(1), lost: 0, departed: 11 },
	});
	expect(read(topic, [[12, 14]], [-2])).toMatchObject({
		...{ lag: exactly(2), lost: 0, departed: 12 },
	});
});

test("members that leave an hour of removals unread lose them, and read nothing", () => {
	const [topic, read, window] = [topicOf("a", 1), reader(), newWindow()];
	const ticks = 720;
	for (let tick = 0; tick <= ticks; tick++) {
		const removed = Math.floor((tick * 100) / 12);
		const log = [removed, 1_000 + removed] as const;
		const reading = read(topic, [log], [-2], tick * 5_000);
		if (!reading) throw new Error("The group is not read");
		add(window, reading);
		if (tick < ticks) continue;
		expect(reading).toMatchObject({ lost: 6_000, lag: exactly(1_000) });
		const { verdict, reason, pace } = assess(window, reading, reading.atMs);
		expect({ verdict, code: reason.code }).toEqual({
			...{ verdict: "losing", code: "removed unread" },
		});
		expect(pace.out).toBe(0);
	}
});

test("members that leave unread what is kept do not move", () => {
	const [topic, read, window] = [topicOf("a", 1), reader(), newWindow()];
	for (let tick = 0; tick <= 720; tick++) {
		const reading = read(topic, [[6, 100 + tick]], [-2], tick * 5_000);
		if (!reading) throw new Error("The group is not read");
		add(window, reading);
		if (tick < 720) continue;
		const { reason } = assess(window, reading, reading.atMs);
		expect(reason.code).toBe("not moving");
	}
});

test("where the start is not known the lag is a lower bound, and nobody is caught up", () => {
	const [topic, read] = [topicOf(), reader()];
	const logs = [
		[0, 10],
		[none, 500],
	] as const;
	const reading = read(topic, logs, [10, -2]);
	expect(reading).toMatchObject({ lag: atLeast(0), counted: 1 });
	if (!reading) throw new Error("The group is not read");
	const window = newWindow();
	for (let second = 0; second < 9; second++)
		add(window, { ...reading, atMs: second * minuteMs });
	const { reason } = assess(window, reading, 9 * minuteMs);
	expect(reason.code).not.toBe("caught up");
	expect(read(topic, [logs[0], [20, 500]], [10, -2])).toMatchObject({
		...{ lag: exactly(480), lost: 0, counted: 2 },
	});
	// A start that is not told for a moment moves nobody.
	expect(read(topic, logs, [10, -2])).toMatchObject({
		...{ departed: 30, lost: null, counted: 2 },
	});
});

test("nobody can know what waits where no start is known", () => {
	expect(reader()(topicOf(), [[none, 10]], [-2])).toMatchObject({
		...{ lag: null, trouble: null, departed: null },
	});
});

test("who stands at the end is where it was when nothing came since", () => {
	const [topic, read] = [topicOf("a", 1), reader()];
	read(topic, [[0, 10]], [4]);
	expect(read(topic, [[7, 10]], [-1])).toMatchObject({
		...{ lag: exactly(0), lost: 0, departed: 10 },
	});
	expect(read(topic, [[7, 13]], [-1])).toMatchObject({
		...{ lag: exactly(3), lost: 0, departed: 10 },
	});
	expect(read(topic, [[11, 13]], [-1])).toMatchObject({
		...{ lag: exactly(2), lost: 1, departed: 10 },
	});
	expect(read(topic, [[11, 13]], [12])).toMatchObject({
		...{ lag: exactly(1), lost: 0, departed: 12 },
	});
});

test("what came while nobody looked may lie before the end that is meant", () => {
	const [topic, read] = [topicOf("a", 1), reader()];
	read(topic, [[0, 10]], [4]);
	expect(read(topic, [[7, 13]], [-1])).toMatchObject({
		...{ lag: atMost(3), departed: 10 },
	});
	expect(read(topic, [[7, 14]], [-1])).toMatchObject({
		...{ lag: atMost(4), departed: 10 },
	});
	expect(read(topic, [[7, 14]], [-2])).toMatchObject({ lag: exactly(7) });
	expect(read(topic, [[7, 14]], [-1])).toMatchObject({ lag: exactly(0) });
});

test("who stood at the end before anybody looked stands nobody knows where, until the log is empty", () => {
	const [topic, read] = [topicOf(), reader()];
	const logs = (end: number) =>
		[
			[0, 10],
			[7, end],
		] as const;
	expect(read(topic, logs(9), [10, -1])).toMatchObject({ lag: atLeast(0) });
	expect(read(topic, logs(12), [10, -1])).toMatchObject({ lag: atLeast(0) });
	const alone = reader();
	expect(alone(topicOf(), [[0, 9]], [-1])).toMatchObject({
		...{ lag: null, trouble: null },
	});
	const empty = [
		[0, 10],
		[12, 12],
	] as const;
	expect(read(topic, empty, [10, -1])).toMatchObject({ lag: exactly(0) });
	expect(read(topic, [empty[0], [12, 15]], [10, -1])).toMatchObject({
		...{ lag: exactly(3), departed: 22 },
	});
});

test("a topic made again, a position forgotten and a group gone begin anew", () => {
	const places = new Places();
	const [topic, read] = [topicOf("a", 1), reader(places)];
	const stands = () => read(topic, [[9, 12]], [-2])?.departed;
	read(topic, [[6, 10]], [-2]);
	expect(stands()).toBe(6);
	expect(reader(places)(topicOf("b", 1), [[1, 3]], [-2])?.departed).toBe(1);
	expect(stands()).toBe(9);
	places.next("g", 0);
	read(topic, [[10, 12]], [-2]);
	expect(read(topic, [[11, 12]], [-2])?.departed).toBe(10);
	places.keep(new Set());
	expect(read(topic, [[11, 12]], [-2])?.departed).toBe(11);
});
