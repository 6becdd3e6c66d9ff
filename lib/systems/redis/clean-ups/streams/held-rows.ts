// Which messages do these members hold? As many as may be looked at, in the order of their ids, and which of them are gone.
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
	/** Not of all members everything was looked at. */
	readonly isCut: boolean;
	/** Ids of rows whose messages are gone, as far as they were looked for. */
	readonly gone: ReadonlySet<string>;
	/** Of some it was not asked whether they are. */
	readonly isUnsure: boolean;
};

export async function heldRows(
	place: Place,
	now: GroupNow,
	members: readonly MemberNow[],
): Promise<HeldLook> {
	const rows: HeldRow[] = [];
	const to = now.held?.last ?? "+";
	let isCut = false;
	for (const { name, holding } of members) {
		let after = "-";
		let left = holding;
		while (left > 0 && rows.length < rowsLookedMax) {
			const page = await pageOf(place, now, name, after, to);
			rows.push(...page);
			left -= page.length;
			const last = page.at(-1);
			if (last === undefined || page.length < rowsAtOnce) break;
			after = `(${last.id}`;
		}
		isCut ||= left > 0 && rows.length >= rowsLookedMax;
	}
	return { rows, isCut, ...(await goneOf(place, now, rows)) };
}

/** For how long each was idle when the look began, as the steps will count it. */
async function pageOf(
	{ client, secret, key, groupKey }: Place,
	{ atMs }: GroupNow,
	name: string,
	from: string,
	to: string,
): Promise<readonly HeldRow[]> {
	const range = [from, to, rowsAtOnce, sentName(name)];
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
async function goneOf(
	{ client, secret, key }: Place,
	{ stream }: GroupNow,
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
