// Is what fails found among much that does not, and is it said where not all was looked at?
import { Redis } from "ioredis";
import { expect, test } from "vitest";
import type { StreamReply } from "../../streams/replies.ts";
import { failingRows, passedMost } from "./failing-rows.ts";

type Held = readonly [member: string, deliveries: number];

const idOf = (at: number) => `${at + 1}-0`;

/** A server of which a group holds these, in the order of their ids; those up to `trimmed` are gone. */
function serving(held: readonly Held[]) {
	const asked: unknown[][] = [];
	const answer = (command: unknown[]) => {
		asked.push(command);
		const [name, , , from, , count] = command;
		if (name === "time") return ["1", "0"];
		if (name !== "xpendingBuffer") return [];
		const after = from === "-" ? 0 : Number.parseInt(`${from}`.slice(1), 10);
		return held.slice(after, after + Number(count)).map(([member, n], i) => {
			return [idOf(after + i), member, 9, n];
		});
	};
	const pipeline = (commands: unknown[][]) => ({
		exec: async () => commands.map((command) => [null, answer(command)]),
	});
	const client = Object.assign(new Redis({ lazyConnect: true }), { pipeline });
	return { client, asked };
}

async function found(held: readonly Held[], trimmed = 0, total = held.length) {
	const { client, asked } = serving(held);
	const place = { client, secret: "", key: "orders", groupKey: "billing" };
	const stream: StreamReply = {
		...{ length: held.length, lastMade: idOf(held.length), added: null },
		...{ first: idOf(trimmed), last: idOf(held.length - 1), groups: 1 },
		lastDeleted: "0-0",
	};
	const last = idOf(held.length - 1);
	const summary = { total, first: idOf(0), last, holders: [] };
	const now = { atMs: 1_000, held: summary, stream };
	const wish = { deliveriesMin: 5, most: 500 };
	const { rows, ...rest } = await failingRows(place, now, wish);
	const questions = asked.filter(([name]) => name !== "time").length;
	return { ids: rows.map(({ id }) => id), ...rest, questions };
}

const many = (n: number, one: Held) => Array.from({ length: n }, () => one);

test("one that fails is found behind twelve thousand that another holds for the first time", async () => {
	const held: readonly Held[] = [...many(12_000, ["a", 1]), ["z", 9]];
	expect(await found(held)).toEqual({
		...{ ids: [idOf(12_000)], looked: 12_001, isCut: false, questions: 13 },
	});
});

test("where none fails all are looked at, and nothing is left out", async () => {
	const { ids, looked, isCut } = await found(many(3, ["a", 4]));
	expect({ ids, looked, isCut }).toEqual({ ids: [], looked: 3, isCut: false });
});

test("nobody is looked for beyond the bound, which is said", async () => {
	const held: readonly Held[] = [...many(passedMost, ["a", 1]), ["z", 9]];
	expect(await found(held)).toMatchObject({
		...{ ids: [], looked: passedMost, isCut: true },
	});
});

test("as soon as there are more than go at once nobody is looked for any more", async () => {
	const { ids, looked, isCut } = await found(many(5_000, ["a", 7]));
	expect(ids.slice(0, 2)).toEqual(["1-0", "2-0"]);
	expect(ids.length).toBeGreaterThan(500);
	expect({ looked, isCut }).toEqual({ looked: 1_000, isCut: true });
});

test("what is gone from the stream does not fail any more, and takes nobody's place", async () => {
	const { ids } = await found(many(800, ["a", 7]), 600);
	expect(ids).toHaveLength(200);
	expect(ids[0]).toBe(idOf(600));
});

test("what somebody finished while it was looked at is not left out", async () => {
	expect(await found(many(3, ["a", 1]), 0, 5)).toMatchObject({ isCut: false });
});
