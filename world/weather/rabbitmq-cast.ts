// Which queues and readers has the shop in RabbitMQ, and how does each of them fare?
import { bursts, steady, swell, type Tide } from "./tide.ts";

export type Queue = {
	readonly vhost: string;
	readonly name: string;
	readonly tide: Tide;
	/** Messages from before the first look. */
	readonly seeded?: number;
	/** A classic one unless said otherwise. */
	readonly arguments?: Readonly<Record<string, string | number>>;
	/** By a policy, which drops the oldest. */
	readonly lengthMax?: number;
	/** Its messages also go to this queue of its virtual host. */
	readonly copiedTo?: string;
	readonly readers: readonly Reader[];
};

export type Reader = {
	readonly name: string;
	/** How many it may hold; one that is stuck takes them all, and is done with none. */
	readonly prefetch: number;
	readonly stuck?: true;
	/** What it can do; without it, as much as comes. */
	readonly perSecond?: number;
	/** Of so many it refuses one, for good. */
	readonly refusesOneOf?: number;
	/** Comes now and then, reads what there is, and goes. */
	readonly job?: { readonly everyMs: number; readonly lastsMs: number };
};

const quorum = { "x-queue-type": "quorum" };

export const queues: readonly Queue[] = [
	{
		...{ vhost: "/", name: "orders.placed", arguments: quorum },
		...{ tide: swell(8, 300_000), seeded: 120, copiedTo: "orders.log" },
		readers: [
			{ name: "fulfil-1", prefetch: 20 },
			{ name: "fulfil-2", prefetch: 20 },
		],
	},
	{
		...{ vhost: "/", name: "orders.log", tide: steady(0), seeded: 600 },
		arguments: { "x-queue-type": "stream", "x-max-length-bytes": 20_000_000 },
		readers: [{ name: "ledger", prefetch: 100 }],
	},
	{
		...{ vhost: "/", name: "payments.capture", tide: steady(4), seeded: 60 },
		arguments: {
			"x-dead-letter-exchange": "",
			"x-dead-letter-routing-key": "payments.refused",
		},
		readers: [{ name: "capture-1", prefetch: 10, refusesOneOf: 20 }],
	},
	{
		...{ vhost: "/", name: "payments.refused", tide: steady(0), seeded: 45 },
		readers: [],
	},
	{
		...{ vhost: "/", name: "receipts.send", tide: steady(1), seeded: 900 },
		readers: [],
	},
	{
		...{ vhost: "/", name: "receipts.again", tide: steady(0) },
		readers: [{ name: "receipts-1", prefetch: 20, perSecond: 20 }],
	},
	{
		...{ vhost: "/", name: "pictures.resize", tide: steady(0.5), seeded: 80 },
		readers: [{ name: "resizer-2", prefetch: 10, stuck: true }],
	},
	{
		...{ vhost: "/", name: "clicks.raw", tide: steady(9), seeded: 2_700 },
		lengthMax: 3_000,
		readers: [{ name: "clicks-1", prefetch: 20, perSecond: 7 }],
	},
	{
		...{ vhost: "warehouse", name: "picking", tide: steady(3), seeded: 20 },
		readers: [
			{ name: "picker-1", prefetch: 5, perSecond: 4 },
			{ name: "picker-2", prefetch: 5, perSecond: 4 },
		],
	},
	{
		...{ vhost: "warehouse", name: "labels", arguments: quorum, seeded: 200 },
		tide: bursts({
			perSecond: 40,
			everyMs: 120_000,
			lastsMs: 10_000,
			betweenPerSecond: 1,
		}),
		readers: [{ name: "printer", prefetch: 8, perSecond: 6 }],
	},
	{
		...{ vhost: "warehouse", name: "returns.2019", tide: steady(0) },
		readers: [],
	},
	{
		...{ vhost: "marketing", name: "mail/spring", tide: steady(0.5) },
		seeded: 150,
		readers: [
			{
				...{ name: "mailer", prefetch: 50 },
				job: { everyMs: 150_000, lastsMs: 20_000 },
			},
		],
	},
];
