// Which topics and groups has the shop in Kafka, and how does each of them fare?
import { bursts, steady, swell, type Tide } from "./tide.ts";

export type Topic = {
	readonly name: string;
	readonly partitions: number;
	readonly tide: Tide;
	/** Messages from before the first look, spread over the hours before it. */
	readonly seeded?: number;
	/** How long messages are kept, where it is less than a week. */
	readonly keptMs?: number;
};

export type Reader = {
	readonly group: string;
	readonly topics: readonly string[];
	readonly members: number;
	/** What one member can do; without it, as much as comes. */
	readonly perSecond?: number;
	/** Begins with what was seeded. */
	readonly fromBeginning?: boolean;
	/** One partition it never gets past. */
	readonly stuckPartition?: number;
	/** Comes now and then, reads all there is, and leaves. */
	readonly job?: { readonly everyMs: number; readonly lastsMs: number };
};

export const topics: readonly Topic[] = [
	{ name: "orders", partitions: 6, tide: swell(12, 300_000), seeded: 1500 },
	{ name: "payments", partitions: 3, tide: steady(6), seeded: 200 },
	{
		name: "invoices",
		partitions: 3,
		tide: bursts({
			perSecond: 60,
			everyMs: 120_000,
			lastsMs: 12_000,
			betweenPerSecond: 1,
		}),
	},
	{ name: "emails", partitions: 3, tide: steady(4), seeded: 9000 },
	{ name: "shipments", partitions: 3, tide: steady(4) },
	{ name: "inventory-updates", partitions: 4, tide: steady(8) },
	{ name: "clickstream", partitions: 6, tide: swell(30, 600_000) },
	{ name: "refunds", partitions: 1, tide: steady(0.5), seeded: 300 },
	{ name: "price-changes", partitions: 2, tide: steady(6), keptMs: 180_000 },
	{ name: "fraud-checks", partitions: 3, tide: steady(0.1), seeded: 30 },
	{ name: "search-index", partitions: 2, tide: steady(3) },
];

export const readers: readonly Reader[] = [
	{ group: "order-fulfilment", topics: ["orders"], members: 2 },
	{
		group: "order-analytics",
		topics: ["orders"],
		members: 1,
		perSecond: 5,
		fromBeginning: true,
	},
	{ group: "payment-ledger", topics: ["payments"], members: 1 },
	{
		group: "invoice-writer",
		topics: ["invoices"],
		members: 1,
		perSecond: 16,
	},
	{
		group: "stock-sync",
		topics: ["inventory-updates"],
		members: 1,
		stuckPartition: 2,
	},
	{ group: "clickstream-loader", topics: ["clickstream"], members: 2 },
	{
		group: "catalogue-feed",
		topics: ["price-changes"],
		members: 1,
		perSecond: 3,
		fromBeginning: true,
	},
	{
		group: "nightly-report",
		topics: ["refunds"],
		members: 1,
		fromBeginning: true,
		job: { everyMs: 180_000, lastsMs: 20_000 },
	},
	{ group: "fraud-scorer", topics: ["fraud-checks"], members: 1 },
	{
		group: "search-indexer",
		topics: ["search-index", "inventory-updates"],
		members: 1,
	},
];

/** Committed once, and has not been seen since. */
export const deadGroup = { group: "email-sender", topic: "emails" };

/** It read this once, and reads something else now: what waits here waits for nobody. */
export const leftTopic = { group: "payment-ledger", topic: "fraud-checks" };

/** Read by a process of its own, which crashes and comes back. */
export const mortalReader: Reader = {
	group: "shipment-tracker",
	topics: ["shipments"],
	members: 1,
};
