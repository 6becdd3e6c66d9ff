// What does every system promise about its readings?
import { expect, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import { of, open, type Stage, unique, watching } from "./contract-stage.ts";

const awkward = [
	`it's "quoted"`,
	"two\nlines",
	"__proto__",
	"결제 알림",
	"k".repeat(1024),
];

export function readingPromises(stage: Stage): void {
	const { appears, find, next } = watching(stage);

	test("reading, looking and examining change nothing at the broker", async () => {
		const [channel, group] = [unique("calm"), unique("group")];
		await stage.group(channel, group, 3);
		await stage.write(channel, 9);
		await stage.finish(channel, group, 4);
		const connection = open(stage);
		await appears(connection, channel, group);
		const before = await stage.fingerprint();
		expect(before).toContain(channel);
		const page = {
			part: stage.part,
			sort: "lag",
			offset: 0,
			limit: 10,
		} as const;
		for (let i = 0; i < 10; i++) {
			await connection.read();
			await connection.look(of(stage, channel, group), page);
		}
		await connection.examine?.();
		expect(await stage.fingerprint()).toBe(before);
	});

	test("a count follows what is written and what is finished, in the very next reading", async () => {
		const [channel, group] = [unique("count"), unique("group")];
		await stage.group(channel, group, 1);
		await stage.write(channel, 7);
		const connection = open(stage);
		const first = await appears(connection, channel, group);
		expect(first.lag).toEqual({ n: 7, bound: "exact" });
		await stage.write(channel, 5);
		const second = await next(connection, channel, group);
		expect(second.lag).toEqual({ n: 12, bound: "exact" });
		await stage.finish(channel, group, 4);
		const third = await next(connection, channel, group);
		expect(third.lag).toEqual({ n: 8, bound: "exact" });
		expect(grown(first, third)).toEqual(
			stage.countsArrivals
				? { arrived: 5, departed: 4 }
				: { arrived: null, departed: null },
		);
		await stage.finish(channel, group, 8);
		const last = await next(connection, channel, group);
		expect(last.lag).toEqual({ n: 0, bound: "exact" });
		expect(last.lost).toBe(0);
	});

	test("whatever cannot be known is null, and no number is negative or broken", async () => {
		const [channel, group] = [unique("unknown"), unique("group")];
		await stage.group(channel, group, 1);
		await stage.write(channel, 3);
		const connection = open(stage);
		await appears(connection, channel, group);
		const snapshot = await connection.read();
		expect(snapshot.readings.flatMap(brokenIn)).toEqual([]);
	});

	const { blur } = stage;
	if (blur !== null)
		test("a lag that nobody can know is not given as exact", async () => {
			const [channel, group] = [unique("blur"), unique("group")];
			await blur(channel, group);
			const reading = await appears(open(stage), channel, group);
			expect(reading.lag?.bound).not.toBe("exact");
		});

	test("a subscription that is removed is missing from a complete snapshot, and the others are not", async () => {
		const [channel, stays, goes] = [
			unique("gone"),
			unique("stays"),
			unique("goes"),
		];
		await stage.group(channel, stays, 1);
		await stage.group(channel, goes, 1);
		await stage.write(channel, 1);
		const connection = open(stage);
		await appears(connection, channel, stays);
		await appears(connection, channel, goes);
		await stage.remove(channel, goes);
		const after = await eventually(async () => {
			const snapshot = await connection.read();
			const isGone = !find(snapshot, channel, goes);
			return snapshot.complete && isGone ? snapshot : undefined;
		}, 20_000);
		expect(find(after, channel, stays)).toBeDefined();
	});

	test("names come through unharmed", async () => {
		const plain = unique("names");
		const words = awkward.filter(stage.mayBeCalled);
		expect(words.length).toBeGreaterThan(2);
		for (const word of words)
			await stage.group(stage.anyChannelName ? word : plain, word, 1);
		const connection = open(stage);
		for (const word of words) {
			const channel = stage.anyChannelName ? word : plain;
			const reading = await appears(connection, channel, word);
			expect(reading.kind).toBe(stage.kind);
			const page = {
				part: stage.part,
				sort: "lag",
				offset: 0,
				limit: 1,
			} as const;
			await connection.look(of(stage, channel, word), page);
		}
	});
}

function grown(from: Reading, to: Reading) {
	const difference = (a: number | null, b: number | null) =>
		a === null || b === null ? null : b - a;
	return {
		arrived: difference(from.arrived, to.arrived),
		departed: difference(from.departed, to.departed),
	};
}

/** Names every number that is not a whole one from zero on, and everything undefined. */
function brokenIn(reading: Reading): string[] {
	const numbers = {
		...{ arrived: reading.arrived, departed: reading.departed },
		...{ lost: reading.lost, holding: reading.holding },
		...{ counted: reading.counted, ahead: reading.ahead },
		...{ oldest: reading.oldestHeldMs, deliveries: reading.deliveriesMax },
		...{ lag: reading.lag === null ? null : reading.lag.n },
		...{
			registered: reading.members === null ? null : reading.members.registered,
		},
	};
	return Object.entries(numbers)
		.filter(([, n]) => n !== null && !(Number.isSafeInteger(n) && n >= 0))
		.map(([key, n]) => `${reading.channel} ${reading.group} ${key}: ${n}`);
}
