// What would a plain table with a row per reading do? The same values, in the order in which they are asked for.
import type { Sample } from "#lib/core/history.ts";
import { connect } from "#lib/store/sqlite/connection.ts";

const gauges = "lag holding held deliveries registered live time_lag margin";
const columns = `arrived departed counted ${gauges} mark`.split(" ");
const worst = gauges
	.split(" ")
	.map((it) => `max(${it}), avg(${it})`)
	.join(", ");

export type Plain = Awaited<ReturnType<typeof plainTable>>;

export async function plainTable(file: string) {
	const connection = await connect(file);
	connection.exec(`CREATE TABLE reading (series INTEGER, at_ms INTEGER,
		${columns.map((it) => `${it} INTEGER`).join(", ")},
		PRIMARY KEY (series, at_ms)) WITHOUT ROWID`);
	const put = `INSERT INTO reading VALUES (?, ?${", ?".repeat(columns.length)})`;
	return {
		write(ticks: readonly { atMs: number; samples: readonly Sample[] }[]) {
			connection.writing(() => {
				for (const { atMs, samples } of ticks)
					for (const [n, it] of samples.entries())
						connection.run(
							...([put, n, atMs, it.arrived, it.departed] as const),
							...([it.counted, it.lag, it.holding] as const),
							...([it.oldestHeldMs, it.deliveriesMax] as const),
							...([it.registered, it.live, it.timeLagMs] as const),
							...([it.marginMs, 10_005] as const),
						);
			});
		},
		query(n: number, fromMs: number, toMs: number, points: number) {
			return connection.all(
				`SELECT (at_ms - ?2) / ?4 AS point, ${worst}, max(arrived), max(departed), max(mark), count(*)
				FROM reading WHERE series = ?1 AND at_ms >= ?2 AND at_ms < ?3 GROUP BY point`,
				...[n, fromMs, toMs, Math.ceil((toMs - fromMs) / points)],
			);
		},
		close: () => connection.close(),
	};
}
