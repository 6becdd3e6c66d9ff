// May what stands on the screen still be believed? The oldest of three clocks decides, and says which one is to blame.
import { type Freshness, freshnessOf } from "#lib/core/freshness.ts";
import { type Seen, serverNow } from "#lib/wire/seen.ts";

export type Blame = "offline" | "server" | "collector" | "never";

export type Truth = {
	/** Null while the screen may be believed. */
	readonly blame: Blame | null;
	/** From when the values are, by the server's clock. */
	readonly fromMs: number;
	readonly nowMs: number;
};

export type Asking = {
	readonly seen: Seen | null;
	/** The last question got no answer. */
	readonly failing: boolean;
	readonly online: boolean;
	/** By the browser's monotonic clock; stands still while paused. */
	readonly monotonicMs: number;
};

/**
 * A tab that was hidden has old answers through no fault of anybody: while questions are answered, only as much time
 * as a healthy screen lets pass between two of them counts against the brokers.
 */
export function judgedMs({ seen, failing, monotonicMs }: Asking): number {
	if (seen === null) return 0;
	const now = serverNow(seen, monotonicMs);
	if (failing) return now;
	return Math.min(now, seen.serverMs + 2 * seen.reply.askAgainMs);
}

export function truthOf(asking: Asking): Truth | null {
	const { seen, failing, online, monotonicMs } = asking;
	if (seen === null) return null;
	const nowMs = serverNow(seen, monotonicMs);
	const fromMs = seen.collectorMs ?? seen.serverMs;
	if (!online) return { blame: "offline", fromMs: seen.serverMs, nowMs };
	const unanswered = nowMs - seen.serverMs > 2 * seen.reply.askAgainMs;
	if (failing && unanswered)
		return { blame: "server", fromMs: seen.serverMs, nowMs };
	if (seen.collectorMs === null) return { blame: "never", fromMs, nowMs };
	// By the answer alone: the collector writes more often than a screen asks.
	const { everyMs } = seen.reply.collector;
	const pulse = freshnessOf(seen.collectorMs, everyMs, seen.serverMs);
	return { blame: pulse === "silent" ? "collector" : null, fromMs, nowMs };
}

export type Lamp = {
	readonly name: string;
	readonly system: string;
	readonly freshness: Freshness;
	/** Null when the broker was never heard. */
	readonly ageSeconds: number | null;
	readonly heardMs: number | null;
	readonly index: number;
};

const grave: Readonly<Record<Freshness, number>> = {
	silent: 0,
	late: 1,
	fresh: 2,
};

/** Silent first, then late, then by name, which is how somebody looks for one. */
export function lampsOf(asking: Asking): readonly Lamp[] {
	const { seen, monotonicMs } = asking;
	if (seen === null) return [];
	const nowMs = serverNow(seen, monotonicMs);
	const judged = judgedMs(asking);
	return seen.reply.brokers
		.map((broker, index) => {
			const heardMs = seen.heardMs[index] ?? null;
			return {
				name: broker.name,
				system: broker.system,
				freshness: freshnessOf(heardMs, broker.everyMs, judged),
				ageSeconds: heardMs === null ? null : (nowMs - heardMs) / 1_000,
				heardMs,
				index,
			};
		})
		.sort(
			(a, b) =>
				grave[a.freshness] - grave[b.freshness] ||
				(a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
		);
}
