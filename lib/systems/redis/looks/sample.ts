// What does all that is held look like, within a few milliseconds of the server? All of it where it is little, else ten entries of each place.
import { larger, type Spread, spreadOf } from "#lib/core/survey.ts";
import type { Held } from "./held.ts";
import { rowsAtOnce } from "./pending.ts";
import { type Places, placesBetween, writtenMsOf } from "./places.ts";
import type { HeldRow, HeldSummary } from "./replies.ts";
import {
	firstSpans,
	inOrder,
	nextSpans,
	type Piece,
	rounds,
	type Span,
	weightsOf,
} from "./spans.ts";

export type Sample = {
	readonly spread: Spread;
	readonly total: number;
	readonly seen: number;
	readonly bound: "exact" | "about";
};

type Found = Piece & { readonly rows: readonly HeldRow[] };

const rowsAPlace = 20;
/** Twenty of the same few milliseconds tell nothing of how many more are there. */
const closeMs = 4n;
const rowsWhereClose = 100;
/** What is delivered again and again is usually oldest, and too rare for any sample. */
const oldestRows = 100;

export async function sampleOf(
	held: Held,
	{ first, last }: HeldSummary,
	total: number,
	nowMs: number,
): Promise<Sample> {
	if (total <= rowsAtOnce) {
		const rows = await held.rows({ from: "-", to: "+", count: rowsAtOnce + 1 });
		if (rows.length <= rowsAtOnce) {
			const all = { total: rows.length, seen: rows.length };
			return { spread: spread(rows, nowMs), ...all, bound: "exact" };
		}
	}
	const places = placesBetween(first, last, total);
	const oldest = await held.rows({ from: "-", to: "+", count: oldestRows });
	const whole = {
		from: places.placeOf(first),
		to: places.placeOf(last) + 1n,
	};
	const pieces = await piecesOf(held, places, whole);
	const weights = weightsOf(pieces, whole.to, total);
	const rows = pieces.flatMap(({ rows }, i) =>
		rows.map((row) => ({ ...row, weight: (weights[i] ?? 0) / rows.length })),
	);
	const weighed = spread(rows, nowMs);
	const { deliveriesMost, idleMostMs } = spread(oldest, nowMs);
	return {
		spread: {
			...weighed,
			deliveriesMost: larger(weighed.deliveriesMost, deliveriesMost),
			idleMostMs: larger(weighed.idleMostMs, idleMostMs),
		},
		...{ total, seen: rows.length, bound: "about" },
	};
}

export const spread = (
	rows: readonly (HeldRow & { readonly weight?: number })[],
	nowMs: number,
): Spread =>
	spreadOf(
		rows.map(({ id, idleMs, deliveries, weight = 1 }) => {
			const writtenMs = writtenMsOf(id, nowMs);
			return { idleMs, deliveries, weight, writtenMs };
		}),
		nowMs,
	);

async function piecesOf(
	held: Held,
	places: Places,
	whole: Span,
): Promise<readonly Found[]> {
	let found = await lookAt(held, places, firstSpans(whole));
	for (let i = 0; i < rounds; i++) {
		const spans = nextSpans(found, whole.to);
		if (spans.length === 0) break;
		found = inOrder([...found, ...(await lookAt(held, places, spans))]);
	}
	return found;
}

async function lookAt(
	held: Held,
	places: Places,
	spans: readonly Span[],
): Promise<readonly Found[]> {
	const found = await ask(held, places, spans, rowsAPlace);
	if (!places.areCoarse) return found;
	const isClose = ({ rows, first, last }: Found) =>
		rows.length === rowsAPlace && (last ?? 0n) - (first ?? 0n) < closeMs;
	const close = found.filter(isClose);
	if (close.length === 0) return found;
	const ends = new Map(spans.map(({ from, to }) => [from, to]));
	const again = close.map(({ from, to }) => ({
		...{ from, to: ends.get(from) ?? to },
	}));
	const more = await ask(held, places, again, rowsWhereClose);
	return [...found.filter((piece) => !isClose(piece)), ...more];
}

async function ask(
	held: Held,
	{ idAt, placeOf }: Places,
	spans: readonly Span[],
	count: number,
): Promise<readonly Found[]> {
	const replies = await held.rowsOfEach(
		spans.map(({ from, to }) => ({
			...{ from: idAt(from), to: `(${idAt(to)}`, count },
		})),
	);
	return spans.map(({ from, to }, i) => {
		const rows = replies[i] ?? [];
		const at = (id: string | undefined) =>
			id === undefined ? null : placeOf(id);
		const [first, last] = [at(rows[0]?.id), at(rows.at(-1)?.id)];
		const until = rows.length < count || last === null ? to : last + 1n;
		return { from, to: until, rows, met: rows.length, first, last };
	});
}
