// Which messages are held, by some members or by all? As many as may be looked at, in the order of their ids, and which of them are gone.
import { ask, type Command } from "../../connection/ask.ts";
import { msOf } from "../../connection/identity.ts";
import { sentName } from "../../connection/name.ts";
import { type HeldRow, heldRowsOf } from "../../looks/replies.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { listOf } from "../../streams/replies.ts";
import type { GroupNow, MemberNow, Place } from "./group-now.ts";

export const rowsLookedMax = 10_000;
const rowsAtOnce = 1_000;
/** Each is asked for by itself, with what it says. */
export const singlyMax = 1_000;
const singlyAtOnce = 50;

export type HeldLook = {
	readonly rows: readonly HeldRow[];
	/** More is held than was looked at. */
	readonly isCut: boolean;
	/** Ids of rows whose messages are gone, as far as they were looked for. */
	readonly gone: ReadonlySet<string>;
	/** Of some it was not asked whether they are. */
	readonly isUnsure: boolean;
};

/** Member by member. */
export async function heldRows(
	place: Asked,
	now: Known,
	members: readonly Pick<MemberNow, "name" | "holding">[],
): Promise<HeldLook> {
	const rows: HeldRow[] = [];
	let isCut = false;
	for (const { name, holding } of members) {
		const most = rowsLookedMax - rows.length;
		const pages = heldPages(place, now, name);
		const some = await firstOf(pages, { most, held: holding });
		rows.push(...some);
		isCut ||= some.length < holding && rows.length >= rowsLookedMax;
	}
	return { rows, isCut, ...(await goneOf(place, now, rows)) };
}

/** Whoever holds them, those with the lowest ids. */
export async function oldestRows(place: Asked, now: Known): Promise<HeldLook> {
	const held = now.held?.total ?? 0;
	const most = rowsLookedMax;
	const rows = await firstOf(heldPages(place, now, null), { most, held });
	const isCut = rows.length < held && rows.length >= rowsLookedMax;
	return { rows, isCut, ...(await goneOf(place, now, rows)) };
}

async function firstOf(
	pages: AsyncIterable<readonly HeldRow[]>,
	{ most, held }: { readonly most: number; readonly held: number },
): Promise<readonly HeldRow[]> {
	const rows: HeldRow[] = [];
	if (Math.min(most, held) <= 0) return rows;
	for await (const page of pages) {
		rows.push(...page);
		if (rows.length >= Math.min(most, held)) break;
	}
	return rows;
}

export type Asked = Pick<Place, "client" | "secret" | "key" | "groupKey">;
export type Known = Pick<GroupNow, "atMs" | "held" | "stream">;

/** In the order of their ids, as far as somebody goes on: of one member, or of all. */
export async function* heldPages(
	place: Asked,
	now: Known,
	member: string | null,
): AsyncGenerator<readonly HeldRow[]> {
	const to = now.held?.last ?? "+";
	let from = "-";
	for (;;) {
		const page = await pageOf(place, now, member, from, to);
		yield page;
		const last = page.at(-1);
		if (last === undefined || page.length < rowsAtOnce) return;
		from = `(${last.id}`;
	}
}

/** For how long each was idle when the look began, as the steps will count it. */
async function pageOf(
	{ client, secret, key, groupKey }: Asked,
	{ atMs }: Known,
	member: string | null,
	from: string,
	to: string,
): Promise<readonly HeldRow[]> {
	const whose = member === null ? [] : [sentName(member)];
	const range = [from, to, rowsAtOnce, ...whose];
	const [time, answer] = await ask(client, secret, [
		["time"],
		["xpendingBuffer", key, groupKey, ...range],
	]);
	if (answer?.error) throw answer.error;
	const sinceMs = Math.max(0, (msOf(time) ?? atMs) - atMs);
	return heldRowsOf(answer?.reply).map((row) => ({
		...row,
		idleMs: row.idleMs === null ? null : Math.max(0, row.idleMs - sinceMs),
	}));
}

/** What lies before the first message is gone; between others only where some were ever deleted by their ids. */
export async function goneOf(
	{ client, secret, key }: Asked,
	{ stream }: Known,
	rows: readonly HeldRow[],
): Promise<Pick<HeldLook, "gone" | "isUnsure">> {
	const { first, lastDeleted } = stream;
	const isBefore = (id: string) => first === null || compareIds(id, first) < 0;
	const mayBe = (id: string) =>
		lastDeleted === null || compareIds(id, lastDeleted) <= 0;
	const ids = rows.map(({ id }) => id);
	const gone = new Set(ids.filter(isBefore));
	const doubtful = ids.filter((id) => !gone.has(id) && mayBe(id));
	const asked = doubtful.slice(0, singlyMax);
	for (let i = 0; i < asked.length; i += singlyAtOnce) {
		const some = asked.slice(i, i + singlyAtOnce);
		const answers = await ask(
			client,
			secret,
			some.map((id): Command => ["xrangeBuffer", key, id, id]),
		);
		some.forEach((id, at) => {
			const answer = answers[at];
			if (answer?.error === null && listOf(answer.reply).length === 0)
				gone.add(id);
		});
	}
	return { gone, isUnsure: asked.length < doubtful.length };
}
