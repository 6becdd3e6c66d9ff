// X6: Sentinel makes a copy the original, and the last writes are lost. Is the new one found, what fell back judged anew, and a plan from before refused?
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { eventually } from "#world/eventually.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { startSentinelSet } from "#world/redis-sentinel.ts";
import type { Board, Visitor } from "../../visitor.ts";
import { alertsTo, toldOf } from "../notices.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";

type Errand = {
	readonly id: string;
	readonly state: string;
	readonly undertaking: { readonly hash: string } | null;
};

const rowOf = ({ rows }: Board) =>
	rows.find(({ channel }) => channel === "orders");

/** What a dead member holds is to be handed to the others. */
async function planned(visitor: Visitor, id: string): Promise<Errand> {
	const asked = await visitor.post<Errand>("/api/errands", {
		...{ verb: "clean up", targets: { subscriptions: [id] } },
		cleanUp: { action: "reclaim", members: ["gone"], fate: "dead-letter" },
	});
	return ended(visitor, asked.id, /planned|failed/);
}

const ended = (visitor: Visitor, id: string, states: RegExp): Promise<Errand> =>
	eventually(async () => {
		const errand = await visitor.read<Errand>(`/api/errands/${id}?wait=1000`);
		return states.test(errand.state) ? errand : undefined;
	}, 30_000);

async function fill(original: Redis, copy: Redis): Promise<void> {
	for (let n = 0; n < 10; n++) await original.xadd("orders", "*", "n", n);
	await original.xgroup("CREATE", "orders", "billing", "0");
	const taking = ["COUNT", 5, "STREAMS", "orders", ">"] as const;
	await original.xreadgroup("GROUP", "billing", "gone", ...taking);
	await eventually(async () => {
		const [held] = (await copy.xpending("orders", "billing")) as [number];
		return held === 5 || undefined;
	}, 20_000);
}

/** What no copy hears of any more. */
async function lose(original: Redis): Promise<void> {
	await original.call("ACL", "SETUSER", "default", "-psync", "-sync");
	await original.call("CLIENT", "KILL", "TYPE", "replica");
	for (let n = 0; n < 7; n++) await original.xadd("orders", "*", "n", n);
}

test("a failover loses seven writes: the new original is read, nobody is alarmed, and a plan drawn before changes nothing", async () => {
	test.slow();
	await inFolder(async (folder) => {
		const sink = await startHttpSink();
		const set = await startSentinelSet({
			...{ folder: join(folder, "set"), silentMs: 3000 },
			servers: sized(2, 3),
		});
		const clients = set.servers.map(({ address }) => {
			const client = new Redis(address);
			client.on("error", () => {});
			return client;
		});
		const [original, copy] = clients;
		if (!original || !copy) throw new Error("They did not start");
		try {
			await fill(original, copy);
			await played(
				{
					folder,
					brokers: {},
					settings: `brokers:
  orders:
    address: ${set.address}
    members: { patience: { "*": 1s }, named: "*" }
${alertsTo(sink, { vanished: "vanished", losing: "losing", silent: "broker silent" })}`,
				},
				async ({ visitor, witness }) => {
					await witness.until((board) => rowOf(board)?.lag?.n === 5, 30_000);
					await lose(original);
					const before = await witness.until(
						(board) => rowOf(board)?.lag?.n === 12,
						20_000,
					);
					const plan = await planned(visitor, rowOf(before)?.id ?? "");
					expect(plan.state).toBe("planned");
					await set.servers[0]?.kill();
					const said = new Set<string>();
					await witness.until((board) => {
						const row = rowOf(board);
						if (row) said.add(`${row.verdict} ${row.reason.code}`);
						return row?.stale === false && row.lag?.n === 5;
					}, 60_000);
					expect([...said].join()).not.toMatch(/losing|slow|stalled/);

					await visitor.post(`/api/errands/${plan.id}/approve`, {
						hash: plan.undertaking?.hash,
						typed: "billing",
					});
					const done = await ended(
						visitor,
						plan.id,
						/done|refused|failed|unknown|stale/,
					);
					expect(done.state).toBe("refused");
					for (const it of clients.slice(1))
						expect(await it.xlen("orders:dead")).toBe(0);
					expect(toldOf(sink, "orders").join()).not.toMatch(/vanished|losing/);
					expect(witness.broken).toEqual([]);
				},
			);
		} finally {
			for (const client of clients) client.disconnect();
			await set.stop();
			await sink.stop();
		}
	});
});
