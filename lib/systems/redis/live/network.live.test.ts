// What does a network that is slow, deaf, torn or shut do to the reading of a Redis? No wrong number, no late tick, and nothing is left behind.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { type Chaos, startChaos } from "#world/chaos.ts";
import { eventually } from "#world/eventually.ts";
import { parseAddress } from "../../address.ts";
import { ownRedis } from "../for-tests/own.ts";
import { redis } from "../index.ts";

const own = ownRedis();
/** Well below the timeouts of the client, so that it is ours that ends a tick. */
const deadlineMs = 1000;
/** What a busy machine may add to a timer. */
const graceMs = 800;

type Tick = { readonly said: string; readonly tookMs: number };

/** Forty streams, of which each group has read four of ten messages. */
async function fill() {
	const { client } = own();
	for (let i = 0; i < 40; i++) {
		const key = `orders:${i}`;
		for (let n = 0; n < 10; n++) await client.xadd(key, "*", "n", n);
		await client.xgroup("CREATE", key, "g", "0");
		await client.xreadgroup(
			...(["GROUP", "g", "one", "COUNT", 4, "STREAMS", key, ">"] as const),
		);
	}
}

const well = "40 lags of 6";

function saidBy({ complete, readings }: Snapshot): string {
	expect(complete).toBe(true);
	for (const { lag, holding } of readings)
		expect([lag, holding]).toEqual([{ n: 6, bound: "exact" }, 4]);
	return `${readings.length} lags of 6`;
}

async function open(within = deadlineMs) {
	const chaos = await startChaos(own().world);
	onTestFinished(() => chaos.close());
	const address = parseAddress(`redis://127.0.0.1:${chaos.port}`);
	if (!address) throw new Error("No address");
	const connection = redis.open({ broker: "b", address, deadlineMs: within });
	onTestFinished(() => connection.close());
	/** A tick is whole, or fails with its reason; it never says something else. */
	const tick = async (): Promise<Tick> => {
		const startMs = performance.now();
		const said = await connection.read().then(saidBy, codeOf);
		return { said, tookMs: performance.now() - startMs };
	};
	return { chaos, tick };
}

function codeOf(error: unknown): string {
	if (error instanceof Error && "trouble" in error) {
		const { trouble } = error as { trouble: { code: string } };
		return trouble.code;
	}
	throw error;
}

function mend(chaos: Chaos) {
	chaos.mode = {};
	chaos.reset();
}

test("a slow and uneven network changes no number", async () => {
	await fill();
	const { chaos, tick } = await open(5000);
	chaos.mode = { latencyMs: 30, jitterMs: 30 };
	for (let i = 0; i < 5; i++) expect((await tick()).said).toBe(well);
});

test.each(["client", "server", "both"] as const)(
	"where what comes from %s is lost each tick ends in time, and all is well once it is not",
	async (swallows) => {
		await fill();
		const { chaos, tick } = await open();
		expect((await tick()).said).toBe(well);
		chaos.mode = { swallows };
		for (let i = 0; i < 3; i++) {
			const { said, tookMs } = await tick();
			expect(said).toBe("no answer");
			expect(tookMs).toBeLessThan(deadlineMs + graceMs);
		}
		mend(chaos);
		await eventually(
			async () => (await tick()).said === well || undefined,
			10_000,
		);
	},
);

test("an answer that is torn is no answer, wherever it tears", async () => {
	await fill();
	const { chaos, tick } = await open();
	for (const cutAfterBytes of [1, 9, 70, 500]) {
		await eventually(
			async () => (await tick()).said === well || undefined,
			10_000,
		);
		chaos.mode = { cutAfterBytes };
		const { said, tookMs } = await tick();
		expect(said).toBe("unreachable");
		expect(tookMs).toBeLessThan(deadlineMs + graceMs);
		chaos.mode = {};
	}
});

test("connections that break between two ticks cost one tick at most", async () => {
	await fill();
	const { chaos, tick } = await open();
	for (let i = 0; i < 10; i++) {
		chaos.reset();
		expect([well, "unreachable"]).toContain((await tick()).said);
		expect((await tick()).said).toBe(well);
	}
});

test("a frozen server keeps no tick waiting, and is read again when it thaws", async () => {
	await fill();
	const { tick } = await open();
	expect((await tick()).said).toBe(well);
	own().world.freeze();
	onTestFinished(() => own().world.thaw());
	for (let i = 0; i < 4; i++) {
		const { said, tookMs } = await tick();
		expect(said).toBe("no answer");
		expect(tookMs).toBeLessThan(deadlineMs + graceMs);
	}
	own().world.thaw();
	await eventually(
		async () => (await tick()).said === well || undefined,
		15_000,
	);
});

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function heapBytes(): number {
	collect();
	return process.memoryUsage().heapUsed;
}

const held = (kind: string) =>
	process.getActiveResourcesInfo().filter((it) => it === kind).length;

test("a thousand ticks that fail leave no socket, no timer and no memory behind", async () => {
	await fill();
	const { chaos, tick } = await open();
	expect((await tick()).said).toBe(well);
	mend(chaos);
	chaos.mode = { refuses: true };
	const failing = async (ticks: number) => {
		for (let i = 0; i < ticks; i++)
			expect((await tick()).said).toBe("unreachable");
	};
	await failing(200);
	const before = { bytes: heapBytes(), sockets: held("TCPSocketWrap") };
	await failing(1000);
	await eventually(
		() => held("TCPSocketWrap") <= before.sockets || undefined,
		5000,
	);
	await eventually(() => held("Timeout") < 50 || undefined, 5000);
	expect(heapBytes() - before.bytes).toBeLessThan(4_000_000);
	mend(chaos);
	await eventually(
		async () => (await tick()).said === well || undefined,
		10_000,
	);
});

test("hundreds of ticks given up at once end with their commands, and the next is well", async () => {
	await fill();
	const { chaos, tick } = await open();
	const impatient = await open(10);
	expect((await tick()).said).toBe(well);
	impatient.chaos.mode = { swallows: "server" };
	const before = { bytes: heapBytes() };
	for (let i = 0; i < 300; i++)
		expect(["no answer", "unreachable"]).toContain(
			(await impatient.tick()).said,
		);
	mend(impatient.chaos);
	await eventually(() => held("Timeout") < 50 || undefined, 10_000);
	expect(heapBytes() - before.bytes).toBeLessThan(4_000_000);
	mend(chaos);
	await eventually(
		async () => (await tick()).said === well || undefined,
		10_000,
	);
});
