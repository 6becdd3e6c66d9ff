// How many tries are left, and which browsers are known? Each bucket says how many are missing, as it was when one was taken last.
import type { Bucket, GuessStore } from "../../access-port.ts";
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";

/** Less of a try than this is an error of counting in binary. */
const tiny = 1e-6;
/** No request is on its way for longer: a clock that is behind by more was set back. */
const underWayMs = 60_000;

type Stand = { readonly missing: number; readonly atMs: number };

export function guessStore(connection: Connection): GuessStore {
	/** How many are missing now; a clock that was set back fills nothing. */
	function standOf({ key, refillMs }: Bucket, nowMs: number): Stand {
		const sql = "SELECT missing, at_ms FROM bucket WHERE key = ?";
		const cells = connection.one(sql, key);
		if (cells === null) return { missing: 0, atMs: nowMs };
		const wasMs = number(cells.at_ms);
		const pastMs = Math.max(0, nowMs - wasMs);
		const missing = Math.max(0, number(cells.missing) - pastMs / refillMs);
		// What a request that began earlier takes or gives back must not let the time since pass twice.
		const isUnderWay = wasMs > nowMs && wasMs - nowMs <= underWayMs;
		return { missing, atMs: isUnderWay ? wasMs : nowMs };
	}
	function waitMs(buckets: readonly Bucket[], nowMs: number): number {
		const waits = buckets.map((bucket) => {
			const over = standOf(bucket, nowMs).missing + 1 - bucket.size;
			return over > tiny ? (over - tiny) * bucket.refillMs : 0;
		});
		return Math.ceil(Math.max(0, ...waits));
	}
	function add(bucket: Bucket, tries: number, nowMs: number) {
		const { key, refillMs } = bucket;
		const stand = standOf(bucket, nowMs);
		const [missing, atMs] = [stand.missing + tries, stand.atMs];
		if (missing <= 0) {
			connection.run("DELETE FROM bucket WHERE key = ?", key);
			return;
		}
		connection.run(
			"INSERT OR REPLACE INTO bucket VALUES (?, ?, ?, ?)",
			...[key, missing, atMs, atMs + missing * refillMs],
		);
	}
	return {
		async take(buckets, nowMs) {
			// Whoever has none left makes nobody wait who wants to write.
			const beforeMs = connection.reading(() => waitMs(buckets, nowMs));
			if (beforeMs > 0) return beforeMs;
			return connection.writing(() => {
				const wait = waitMs(buckets, nowMs);
				if (wait > 0) return wait;
				for (const bucket of buckets) add(bucket, 1, nowMs);
				return 0;
			});
		},
		async giveBack(buckets, nowMs) {
			connection.writing(() => {
				for (const bucket of buckets) add(bucket, -1, nowMs);
			});
		},
		async know({ hash, was }, person, nowMs) {
			connection.writing(() => {
				if (was !== null)
					connection.run(
						"UPDATE OR REPLACE known_browser SET hash = ? WHERE hash = ?",
						...[hash, was],
					);
				connection.run(
					"INSERT OR REPLACE INTO known_browser VALUES (?, ?, ?)",
					...[hash, person, nowMs],
				);
			});
		},
		async knows(hash, person) {
			const sql = "SELECT 1 FROM known_browser WHERE hash = ? AND person = ?";
			return connection.one(sql, hash, person) !== null;
		},
		async forget(nowMs, unusedSinceMs) {
			connection.writing(() => {
				connection.run("DELETE FROM bucket WHERE full_ms <= ?", nowMs);
				connection.run(
					"DELETE FROM known_browser WHERE used_ms < ?",
					unusedSinceMs,
				);
			});
		},
	};
}
