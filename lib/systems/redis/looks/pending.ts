// Which entries does a group hold? A page of them in the order of their ids; what is sought is looked for a while, and then from there on.
import {
	anyPending,
	type PendingPage,
	type PendingWish,
} from "#lib/core/pending.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Held } from "./held.ts";
import { messagesOf } from "./messages.ts";
import { isEntryId, writtenMsOf } from "./places.ts";
import { type HeldRow, heldIn } from "./replies.ts";
import type { Turns } from "./turns.ts";

/** As many entries as one question may pass: two thirds of a millisecond of the server. */
export const rowsAtOnce = 1_000;
/** A look has to end well within its deadline, however long it is still to be sought. */
const seekForMs = 1_200;

export async function pageOf(
	held: Held,
	wish: PendingWish,
	limit: number,
	turns: Turns,
): Promise<PendingPage & { readonly total: number }> {
	const { member, after, entry, contents } = wish;
	for (const [at, id] of Object.entries({ after, entry }))
		if (id !== null && !isEntryId(id))
			throw new Problem("invalid", "bad body", { at: `pending.${at}` });
	const { summary, nowMs } = await held.summary();
	const found = await rowsFor(held, wish, limit, turns);
	const ids = found.rows.map(({ id }) => id);
	const messages = await messagesOf(held, ids, contents);
	return {
		total: heldIn(summary, member),
		...{ next: found.next, passed: found.passed },
		entries: found.rows.map((row, i) => ({
			...row,
			writtenMs: writtenMsOf(row.id, nowMs),
			...(messages[i] ?? { kept: null, bytes: null, contents: null }),
		})),
	};
}

type Found = {
	readonly rows: readonly HeldRow[];
	readonly next: string | null;
	readonly passed: number;
};

async function rowsFor(
	held: Held,
	wish: PendingWish,
	limit: number,
	turns: Turns,
): Promise<Found> {
	const { entry, after, deliveriesMin, idleMinMs } = wish;
	if (entry !== null) {
		const rows = await held.rows({ from: entry, to: entry, count: 1 });
		return { rows, next: null, passed: rows.length };
	}
	const all =
		deliveriesMin === anyPending.deliveriesMin &&
		idleMinMs === anyPending.idleMinMs;
	if (!all) return seek(held, wish, limit, turns);
	const from = after === null ? "-" : `(${after}`;
	const rows = await held.rows({ from, to: "+", count: limit + 1 });
	const shown = rows.slice(0, limit);
	const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
	return { rows: shown, next, passed: shown.length };
}

/** The server's own condition on idle time passes everything in one go when little meets it, so ours are held here. */
async function seek(
	held: Held,
	{ after, deliveriesMin, idleMinMs }: PendingWish,
	limit: number,
	turns: Turns,
): Promise<Found> {
	const fits = ({ deliveries, idleMs }: HeldRow) =>
		(deliveries ?? 0) >= deliveriesMin && (idleMs ?? 0) >= idleMinMs;
	const untilMs = performance.now() + seekForMs;
	const rows: HeldRow[] = [];
	let last = after;
	let passed = 0;
	do {
		await turns.next();
		const from = last === null ? "-" : `(${last}`;
		const page = await held.rows({ from, to: "+", count: rowsAtOnce });
		for (const row of page) {
			if (fits(row)) rows.push(row);
			passed++;
			last = row.id;
			if (rows.length === limit) return { rows, next: last, passed };
		}
		if (page.length < rowsAtOnce) return { rows, next: null, passed };
	} while (performance.now() + turns.waitMs() < untilMs);
	return { rows, next: last, passed };
}
