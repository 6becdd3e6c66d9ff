// What will become of this backlog? Lost, gone, growing, or as it is; null when nobody can know.
import type { RowReply } from "#lib/wire/board.ts";

/** Null where both ends are so close that one number says both. */
type Span = {
	readonly lowSeconds: number;
	readonly highSeconds: number;
} | null;

export type Forecast =
	| { readonly is: "loses"; readonly seconds: number }
	| { readonly is: "drained"; readonly seconds: number; readonly between: Span }
	| { readonly is: "lost" | "growing" | "steady" | "caught up" };

/** Every log has a margin; only one that somebody should care about is a forecast. */
const calm: readonly string[] = ["healthy", "abandoned"];

const lostCodes: readonly string[] = [
	...["removed unread", "subscriber cut off", "subscriber lost"],
];

/** A difference below a twentieth of what arrives is noise. */
const noise = 1 / 20;

export function forecastOf(row: RowReply): Forecast | null {
	if (row.verdict === "unknown" || row.reason.code === "no group") return null;
	if (lostCodes.includes(row.reason.code)) return { is: "lost" };
	if (row.reason.code === "cut off soon")
		return { is: "loses", seconds: Number(row.reason.values.seconds ?? 0) };
	if (row.reason.code === "loses soon")
		return { is: "loses", seconds: Number(row.reason.values.seconds ?? 0) };
	if (row.marginSeconds !== null && !calm.includes(row.verdict))
		return { is: "loses", seconds: row.marginSeconds.n };
	if (row.lag === null) return null;
	if (row.lag.n === 0 && row.lag.bound === "exact") return { is: "caught up" };
	if (row.drainedSeconds !== null)
		return {
			...{ is: "drained", seconds: row.drainedSeconds },
			between: spanOf(row.reason.values),
		};
	const { in: arrivals, out } = row.pace;
	if (row.reason.code === "falls behind") return { is: "growing" };
	if (arrivals === null || out === null) return null;
	return arrivals - out > arrivals * noise
		? { is: "growing" }
		: { is: "steady" };
}

/** Where one end is more than half again the other, a number between them would be a pretence. */
const wide = 1.5;

function spanOf(values: RowReply["reason"]["values"]): Span {
	const lowSeconds = Number(values.lowSeconds ?? 0);
	const highSeconds = Number(values.highSeconds ?? 0);
	return highSeconds > wide * lowSeconds ? { lowSeconds, highSeconds } : null;
}
