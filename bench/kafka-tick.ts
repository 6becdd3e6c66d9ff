// What does a whole tick of ours cost? Read, judged and stored, as the collector does it.
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { ledgerOf } from "../lib/collector/ledger.ts";
import { parseAddress } from "../lib/systems/address.ts";
import { Cluster } from "../lib/systems/kafka/cluster.ts";
import { Links } from "../lib/systems/kafka/connection/links.ts";
import { type Cost, timed } from "./cost.ts";

export type Ticks = {
	/** One tick, and how many rows it wrote. */
	tick(): Promise<{ readonly cost: Cost; readonly rows: number }>;
	close(): Promise<void>;
};

const deadlineMs = 30_000;

export async function startTicks(text: string, folder: string): Promise<Ticks> {
	const address = parseAddress(text);
	if (!address) throw new Error("The world gives no address");
	const store: Store = await openStore(folder);
	const fact = { name: "b", system: "kafka", address: text, everyMs: 5_000 };
	const ledger = ledgerOf(fact, [], null);
	await store.board.write(ledger.begin);
	const links = new Links(address);
	const cluster = new Cluster(links, deadlineMs);
	return {
		async tick() {
			const before = carried(links);
			let rows = 0;
			const cost = await timed(async () => {
				const snapshot = await cluster.read();
				if (!snapshot.complete) throw new Error("The tick was not complete");
				const write = ledger.heard(snapshot, Date.now());
				rows = write.rows.length;
				await store.board.write(write);
			});
			const after = carried(links);
			const requests = after.requests - before.requests;
			const bytes = after.bytes - before.bytes;
			return { cost: { ...cost, requests, bytes }, rows };
		},
		async close() {
			links.close();
			await store.close();
		},
	};
}

function carried(links: Links) {
	const all = [...links.traffic.values()];
	const sum = (numbers: readonly number[]) =>
		numbers.reduce((total, one) => total + one, 0);
	return {
		requests: sum(all.flatMap(({ asked }) => [...asked.values()])),
		bytes: sum(all.map((one) => one.sentBytes + one.receivedBytes)),
	};
}
