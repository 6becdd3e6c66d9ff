// Is a node that has only just taken over not believed, and every other node at once?
import { expect, test } from "vitest";
import type { Request } from "../protocol/request.ts";
import { groupsTopic, partitionOf, Takeovers } from "./takeovers.ts";

const untilMs = 1_000;
/** "orders" lies in partition 1 of two. */
const orders = { group: "orders" };

const led = (leaders: readonly number[], epochs: readonly number[]) => [
	{
		...{ topic: groupsTopic, id: "a", code: 0, isInternal: true },
		...{ leaders: Int32Array.from(leaders), epochs: Int32Array.from(epochs) },
	},
];

/** A node that answers every question for an end with this code; returns how often it was asked. */
function nodeSaying(code: number) {
	const asked: string[] = [];
	const link = {
		async ask<Answer>({ name, decode }: Request<Answer>): Promise<Answer> {
			asked.push(name);
			return decode(endsOf([0, 1], code), 9);
		},
	};
	return { asked, asking: { link, untilMs } };
}

function endsOf(partitions: readonly number[], code: number): Buffer {
	const answers = partitions.map((partition) => {
		const one = Buffer.alloc(27);
		one.writeInt32BE(partition, 0);
		one.writeInt16BE(code, 4);
		one.writeBigInt64BE(-1n, 6);
		one.writeBigInt64BE(code === 0 ? 7n : -1n, 14);
		return one;
	});
	const name = Buffer.from(groupsTopic);
	return Buffer.concat([
		...[Buffer.alloc(4), Buffer.of(2), Buffer.of(name.length + 1), name],
		...[Buffer.of(partitions.length + 1), ...answers, Buffer.of(0, 0)],
	]);
}

const cases: readonly [
	string,
	{ readonly code: number; readonly leader: number },
	number,
][] = [
	["a leader that tells its end is believed", { code: 0, leader: 1 }, 0],
	["a leader whose end is not certain yet is not", { code: 78, leader: 1 }, 78],
	["a leader that does not know of it yet is not", { code: 6, leader: 1 }, 6],
	["one that was not named, and tells its end, is", { code: 0, leader: 2 }, 0],
	[
		"one that was not named, and is not sure, is not",
		{ code: 78, leader: 2 },
		78,
	],
	["one that lays its groups out otherwise is", { code: 6, leader: 2 }, 0],
];

test.each(cases)("%s", async (_name, { code, leader }, doubt) => {
	const takeovers = new Takeovers();
	takeovers.follow(led([leader, leader], [4, 4]));
	const { asking } = nodeSaying(code);
	await takeovers.askOwn(1, asking);
	await takeovers.askFor(1, [orders], 0, asking);
	expect(takeovers.doubtOf("orders", 1, 0)).toBe(doubt);
});

test("a node that answered is asked again only after the next election, and one that could not with every tick", async () => {
	const takeovers = new Takeovers();
	const sure = nodeSaying(0);
	const unsure = nodeSaying(78);
	const tick = async (epoch: number, { asking }: typeof sure) => {
		takeovers.follow(led([1, 1], [epoch, epoch]));
		await takeovers.askOwn(1, asking);
		await takeovers.askFor(1, [orders], 0, asking);
	};
	await tick(4, sure);
	await tick(4, sure);
	expect(sure.asked).toHaveLength(1);
	await tick(5, unsure);
	expect(takeovers.doubtAt(1)).toBe(78);
	await tick(5, sure);
	await tick(5, sure);
	expect(takeovers.doubtAt(1)).toBe(0);
	expect(sure.asked).toHaveLength(2);
});

test("a node that is behind does not bring an older leader back", async () => {
	const takeovers = new Takeovers();
	takeovers.follow(led([2, 2], [5, 5]));
	takeovers.follow(led([1, 1], [4, 4]));
	const { asked, asking } = nodeSaying(0);
	await takeovers.askOwn(1, asking);
	expect(asked).toEqual([]);
	await takeovers.askOwn(2, asking);
	expect(asked).toEqual(["ListOffsets"]);
});

test("where nobody may see that log, a group that moved is not believed for five seconds", async () => {
	const takeovers = new Takeovers();
	const { asked, asking } = nodeSaying(0);
	takeovers.follow([]);
	await takeovers.askFor(1, [orders], 0, asking);
	expect(takeovers.doubtOf("orders", 1, 0)).toBe(0);
	await takeovers.askFor(2, [orders], 10_000, asking);
	expect(takeovers.doubtOf("orders", 2, 14_999)).toBe(78);
	expect(takeovers.doubtOf("orders", 2, 15_000)).toBe(0);
	expect(asked).toEqual([]);
});

test("a group lies where the broker's own hash puts it", () => {
	// As Java tells them; the last is the one whose hash has no positive counterpart.
	expect(partitionOf("orders", 2 ** 31)).toBe(Math.abs(-1_008_770_331));
	expect(partitionOf("", 8)).toBe(0);
	expect(partitionOf("polygenelubricants", 50)).toBe(0);
});
