// Which streams and groups has the shop in Redis, and how does each of them fare?
import { bursts, steady, swell, type Tide } from "./tide.ts";

export type Stream = {
	readonly key: string;
	readonly tide: Tide;
	/** Entries from before the first look, spread over the hours before it. */
	readonly seeded: number;
	/** Trimmed to about this many; 100,000 unless said otherwise. */
	readonly entriesMax?: number;
	readonly groups: readonly Group[];
};

export type Group = {
	readonly name: string;
	/** Names of the consumers that are alive. */
	readonly living: readonly string[];
	/** Their connections say whose they are. */
	readonly named?: true;
	/** What one of them can do; without it, as much as comes. */
	readonly perSecond?: number;
	/** Consumers that are no more, and how many entries each still holds. */
	readonly dead?: Readonly<Record<string, number>>;
	/** How many of the seeded entries were read. */
	readonly read?: number;
	/** Entries that fail each time somebody tries them. */
	readonly poison?: number;
	/** Comes now and then, reads all there is, and goes. */
	readonly job?: { readonly everyMs: number; readonly lastsMs: number };
};

export const pods = (name: string, from: number, count: number) =>
	Array.from({ length: count }, (_, index) => `${name}-${from + index}`);

const shard = (number: number, perSecond: number): Stream => ({
	key: `orders:stream:${number}`,
	tide: steady(perSecond),
	seeded: 200,
	groups: [
		{
			name: "fulfilment",
			living: [`fulfil-${number}-a`, `fulfil-${number}-b`],
			perSecond: 4,
		},
	],
});

export const streams: readonly Stream[] = [
	shard(0, 3),
	shard(1, 3),
	shard(2, 11),
	shard(3, 2),
	{
		key: "payments:events",
		tide: steady(4),
		seeded: 400,
		groups: [
			{ name: "ledger", living: ["ledger-1", "ledger-2"] },
			{
				name: "fraud",
				living: [],
				read: 180,
				dead: { "fraud-7f9c": 17, "fraud-b21d": 14, "fraud-c0de": 11 },
			},
		],
	},
	{
		key: "emails:outbox",
		tide: swell(6, 240_000),
		seeded: 300,
		groups: [
			{
				name: "senders",
				living: pods("sender", 13, 9),
				named: true,
				perSecond: 3,
				dead: Object.fromEntries(
					pods("sender", 1, 12).map((pod, index) => [
						pod,
						index % 3 === 0 ? 2 + index : 0,
					]),
				),
			},
		],
	},
	{
		key: "invoices:requests",
		tide: steady(1),
		seeded: 60,
		groups: [{ name: "pdf", living: ["pdf-1", "pdf-2"], poison: 4 }],
	},
	{
		key: "notifications:push",
		tide: steady(2),
		seeded: 1240,
		groups: [{ name: "push-workers", living: [], read: 0 }],
	},
	{ key: "audit:log", tide: steady(3), seeded: 800, groups: [] },
	{
		key: "sessions:events",
		tide: steady(20),
		seeded: 2600,
		entriesMax: 3000,
		groups: [
			{ name: "analytics", living: ["analytics-1"], perSecond: 13, read: 900 },
		],
	},
	{
		key: "inventory:updates",
		tide: bursts({
			perSecond: 40,
			everyMs: 90_000,
			lastsMs: 10_000,
			betweenPerSecond: 2,
		}),
		seeded: 100,
		groups: [{ name: "stock", living: ["stock-1", "stock-2"], perSecond: 6 }],
	},
	{
		key: "reports:nightly",
		tide: steady(0.5),
		seeded: 90,
		groups: [
			{
				name: "reporter",
				living: ["reporter"],
				read: 0,
				job: { everyMs: 150_000, lastsMs: 20_000 },
			},
		],
	},
	{
		key: "refunds:requests",
		tide: steady(0.05),
		seeded: 12,
		groups: [{ name: "refunds", living: ["refunds-1"] }],
	},
];

/** Read by a process of its own, which crashes while it holds entries and comes back under another name. */
export const mortalConsumer = { key: "inventory:updates", group: "stock" };
