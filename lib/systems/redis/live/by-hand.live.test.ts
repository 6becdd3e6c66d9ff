// Do the lines that our documents show do at a real server what stands beside them?
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const [ofStreams = [], ofLists = []] = typedIn(
	"docs/clean-ups.md",
	"redis-cli ",
);

const run = (line: string): string =>
	execFileSync(
		"sh",
		["-c", line.replace("redis://cache-1:6379", own().world.address)],
		{ encoding: "utf8" },
	).trim();

const idOf = (n: number) => `170000000000${n}-0`;

test("of streams: handed over, acknowledged, a member removed, counted, trimmed, ended", async () => {
	const { client } = own();
	for (const n of [0, 1, 2, 3, 4]) await client.xadd("jobs", idOf(n), "n", n);
	await client.xgroup("CREATE", "jobs", "mailers", "0");
	for (const member of ["worker-2", "worker-3"])
		await client.xgroup("CREATECONSUMER", "jobs", "mailers", member);
	await client.xreadgroup(
		"GROUP",
		"mailers",
		"worker-3",
		"COUNT",
		2,
		"STREAMS",
		"jobs",
		">",
	);
	await client.xclaim(
		"jobs",
		"mailers",
		"worker-3",
		0,
		idOf(0),
		"IDLE",
		400_000,
	);
	const groups = () => client.xinfo("GROUPS", "jobs");
	const [hand, done, remove, count, trim, end] = ofStreams.map(
		(line) => () => run(line),
	);
	expect(ofStreams).toHaveLength(6);
	expect(hand?.()).toBe(idOf(0));
	expect(await client.xpending("jobs", "mailers", "-", "+", 9)).toMatchObject([
		[idOf(0), "worker-2", expect.any(Number), 1],
		[idOf(1), "worker-3", expect.any(Number), 1],
	]);
	expect(done?.()).toBe("1");
	expect(remove?.()).toBe("0");
	expect(count?.()).toBe("OK");
	expect(JSON.stringify(await groups())).toContain('"lag",1');
	expect(trim?.()).toBe("2");
	expect(await client.xlen("jobs")).toBe(3);
	expect(end?.()).toBe("1");
	expect(await groups()).toEqual([]);
});

test("of lists: what lies in progress goes back in its order, to be served first", async () => {
	const { client } = own();
	await client.lpush("mails", "4", "5");
	await client.lpush("mails:processing", "1", "2", "3");
	for (const line of ofLists) run(line);
	expect(await client.lrange("mails", 0, -1)).toEqual([
		"5",
		"4",
		"3",
		"2",
		"1",
	]);
	expect(await client.exists("mails:processing")).toBe(0);
});
