// What stands on a large board? Families of streams of five brokers, of every verdict, from a formula.
import { about, exactly } from "#lib/core/amount.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import { idOf } from "#lib/core/subscription.ts";
import { verdicts } from "#lib/core/verdict.ts";
import type { Store } from "#lib/store/store.ts";

const brokers = 5;
const shards = 32;

/** In the order in which a broker names them, which is none. */
export async function fill(
	store: Store,
	rowCount: number,
	fact: Partial<BrokerFact> = {},
	turned = 0,
): Promise<void> {
	for (let broker = 0; broker < brokers; broker++) {
		const rows: Row[] = [];
		for (let i = 0; i < rowCount; i++) {
			const n = (i * 48_271) % rowCount;
			if (Math.floor(n / shards) % brokers === broker)
				rows.push(
					n < turned ? { ...rowOf(n, 0), verdict: "losing" } : rowOf(n, 0),
				);
		}
		await store.board.write({
			broker: { ...factOf(broker, rowCount), ...fact },
			rows,
			gone: [],
		});
	}
}

export function rowOf(n: number, round: number): Row {
	const family = Math.floor(n / shards);
	const broker = `broker-${family % brokers}`;
	const channel = `orders${family}:stream:${n % shards}`;
	const group = `group-${family % 7}`;
	const lag = (n * 104_729) % 50_000;
	return {
		...{ id: idOf({ broker, kind: "stream", channel, group }), broker },
		...{ system: "redis", kind: "stream", channel, group },
		family: `orders${family}:stream:*`,
		verdict: verdicts[(n * 7_919) % 11] ?? "healthy",
		reason: { code: "falls behind", values: { perSecond: 3, forSeconds: 360 } },
		sinceMs: n,
		lag: exactly(lag + round),
		timeLagSeconds: about(lag / 10),
		holding: n % 97,
		oldestHeldSeconds: n % 1_000,
		deliveriesMax: n % 9,
		pace: { in: n % 100, out: n % 90 },
		members: {
			registered: 3,
			live: null,
			dead: null,
			stuck: null,
			unknown: null,
		},
		marginSeconds: n % 3 === 0 ? about(n % 90_000) : null,
		drainedSeconds: null,
		spark: Array.from({ length: 60 }, (_, i) => lag + i * (n % 5)),
		highWater: n % 4 === 0 ? null : Math.ceil(lag * (0.8 + (n % 7) / 10)),
		state: null,
		notes: [],
		atMs: n,
		stale: false,
		stood: null,
	};
}

export function factOf(n: number, rowCount: number): BrokerFact {
	return {
		...{ name: `broker-${n}`, system: "redis", address: "redis://127.0.0.1" },
		...{ everyMs: 5_000, heardMs: 0, readMs: 0, triedMs: 0 },
		...{ trouble: null, parts: [] },
		...{
			version: null,
			ownShare: null,
			connections: null,
			standing: [],
			subscriptions: rowCount / brokers,
		},
	};
}
