// What will become of this backlog? Lost, gone, growing, or as it is; null when nobody can know.
import type { RowReply } from "#lib/wire/board.ts";

export type Forecast =
	| { readonly is: "loses"; readonly seconds: number }
	| { readonly is: "drained"; readonly seconds: number }
	| { readonly is: "lost" | "growing" | "steady" | "caught up" };

/** Every log has a margin; only one that somebody should care about is a forecast. */
const calm: readonly string[] = ["healthy", "abandoned"];

/** A difference below a twentieth of what arrives is noise. */
const noise = 1 / 20;

export function forecastOf(row: RowReply): Forecast | null {
	if (row.verdict === "unknown" || row.reason.code === "no group") return null;
	if (row.reason.code === "removed unread") return { is: "lost" };
	if (row.marginSeconds !== null && !calm.includes(row.verdict))
		return { is: "loses", seconds: row.marginSeconds.n };
	if (row.lag === null) return null;
	if (row.lag.n === 0 && row.lag.bound === "exact") return { is: "caught up" };
	if (row.drainedSeconds !== null)
		return { is: "drained", seconds: row.drainedSeconds };
	const { in: arrivals, out } = row.pace;
	if (row.reason.code === "falls behind") return { is: "growing" };
	if (arrivals === null || out === null) return null;
	return arrivals - out > arrivals * noise
		? { is: "growing" }
		: { is: "steady" };
}
