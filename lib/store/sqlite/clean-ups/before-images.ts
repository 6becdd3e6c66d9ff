// How does it lie in the store what messages were before? A slice at a time, in columns, since a clean-up may move a million.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Before } from "#lib/core/clean-up/outcome.ts";
import { bytes, number } from "../cells.ts";
import type { Connection } from "../connection.ts";

/** One list for each column; owners, of whom there are few, are named once. */
type Columns = {
	readonly owners: readonly string[];
	readonly ids: readonly string[];
	readonly ownedBy: readonly number[];
	readonly deliveredMs: readonly number[];
	readonly deliveries: readonly number[];
	readonly copies: readonly (string | null)[] | null;
};

export function codeOf(slice: readonly Before[]): Uint8Array {
	const owners = [...new Set(slice.map(({ owner }) => owner))];
	const places = new Map(owners.map((owner, place) => [owner, place]));
	const columns: Columns = {
		owners,
		ids: slice.map(({ id }) => id),
		ownedBy: slice.map(({ owner }) => places.get(owner) ?? 0),
		deliveredMs: slice.map((it) => it.deliveredMs),
		deliveries: slice.map((it) => it.deliveries),
		copies: slice.every(({ copy }) => copy === null)
			? null
			: slice.map(({ copy }) => copy),
	};
	return deflateRawSync(JSON.stringify(columns));
}

export function sliceOf(code: Uint8Array): readonly Before[] {
	// The cast: `codeOf` beside this wrote it.
	const columns = JSON.parse(inflateRawSync(code).toString()) as Columns;
	const { owners, ids, ownedBy, deliveredMs, deliveries, copies } = columns;
	return ids.map((id, i) => ({
		id,
		owner: owners[ownedBy[i] ?? 0] ?? "",
		deliveredMs: deliveredMs[i] ?? 0,
		deliveries: deliveries[i] ?? 0,
		copy: copies?.[i] ?? null,
	}));
}

const add =
	"UPDATE clean_up_target SET kept = kept + ? WHERE errand = ? AND id = ? AND EXISTS (SELECT 1 FROM errand WHERE id = clean_up_target.errand AND state = 'running') RETURNING kept";

/** Within a transaction; false when it does not run. */
export function keepBefore(
	connection: Connection,
	errand: string,
	target: string,
	before: readonly Before[],
): boolean {
	const cells = connection.one(add, before.length, errand, target);
	if (cells === null) return false;
	if (before.length > 0)
		connection.run(
			"INSERT INTO before_image VALUES (?, ?, ?, ?)",
			errand,
			target,
			number(cells.kept) - before.length,
			codeOf(before),
		);
	return true;
}

/** The slice a place lies in begins at it or before. */
const slices = `SELECT place, code FROM before_image WHERE errand = ?1 AND target = ?2 AND place >= ifnull(
	(SELECT max(place) FROM before_image WHERE errand = ?1 AND target = ?2 AND place <= ?3), 0)
	AND place < ?3 + ?4 ORDER BY place`;

export function beforeIn(
	connection: Connection,
	errand: string,
	target: string,
	place: number,
	limit: number,
): readonly Before[] {
	return connection
		.all(slices, errand, target, place, limit)
		.flatMap((cells) => {
			const from = number(cells.place);
			const slice = sliceOf(bytes(cells.code));
			return slice.slice(Math.max(0, place - from), place + limit - from);
		});
}
