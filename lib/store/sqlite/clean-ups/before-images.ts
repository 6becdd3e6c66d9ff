// How does it lie in the store what messages and positions were before? A slice at a time, in columns, since a clean-up may move a million.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
	type Before,
	type HeldBefore,
	heldIn,
	type PositionBefore,
	positionsIn,
} from "#lib/core/clean-up/outcome.ts";
import { bytes, number } from "../cells.ts";
import type { Connection } from "../connection.ts";

/** One list for each column; owners, of whom there are few, are named once. */
type HeldColumns = {
	readonly owners: readonly string[];
	readonly ids: readonly string[];
	readonly ownedBy: readonly number[];
	readonly deliveredMs: readonly number[];
	readonly deliveries: readonly number[];
	readonly copies: readonly (string | null)[] | null;
};

type PositionColumns = {
	readonly channels: readonly string[];
	readonly channelOf: readonly number[];
	readonly partitions: readonly number[];
	readonly positions: readonly (number | null)[];
	readonly metadata: readonly string[];
};

/** A slice is of the one kind or the other. */
export function codeOf(slice: readonly Before[]): Uint8Array {
	const held = heldIn(slice);
	const columns =
		held.length > 0 || slice.length === 0
			? heldColumns(held)
			: positionColumns(positionsIn(slice));
	return deflateRawSync(JSON.stringify(columns));
}

export function sliceOf(code: Uint8Array): readonly Before[] {
	// The cast: `codeOf` beside this wrote it.
	const columns = JSON.parse(inflateRawSync(code).toString()) as
		| HeldColumns
		| PositionColumns;
	return "owners" in columns ? heldOf(columns) : positionsOf(columns);
}

function heldColumns(slice: readonly HeldBefore[]): HeldColumns {
	const owners = [...new Set(slice.map(({ owner }) => owner))];
	const places = new Map(owners.map((owner, place) => [owner, place]));
	return {
		owners,
		ids: slice.map(({ id }) => id),
		ownedBy: slice.map(({ owner }) => places.get(owner) ?? 0),
		deliveredMs: slice.map((it) => it.deliveredMs),
		deliveries: slice.map((it) => it.deliveries),
		copies: slice.every(({ copy }) => copy === null)
			? null
			: slice.map(({ copy }) => copy),
	};
}

function heldOf(columns: HeldColumns): readonly HeldBefore[] {
	const { owners, ids, ownedBy, deliveredMs, deliveries, copies } = columns;
	return ids.map((id, i) => ({
		id,
		owner: owners[ownedBy[i] ?? 0] ?? "",
		deliveredMs: deliveredMs[i] ?? 0,
		deliveries: deliveries[i] ?? 0,
		copy: copies?.[i] ?? null,
	}));
}

function positionColumns(slice: readonly PositionBefore[]): PositionColumns {
	const channels = [...new Set(slice.map(({ channel }) => channel))];
	const places = new Map(channels.map((channel, place) => [channel, place]));
	return {
		channels,
		channelOf: slice.map(({ channel }) => places.get(channel) ?? 0),
		partitions: slice.map(({ partition }) => partition),
		positions: slice.map(({ position }) => position),
		metadata: slice.map(({ metadata }) => metadata),
	};
}

const positionsOf = ({
	channels,
	channelOf,
	partitions,
	positions,
	metadata,
}: PositionColumns): readonly PositionBefore[] =>
	partitions.map((partition, i) => ({
		channel: channels[channelOf[i] ?? 0] ?? "",
		partition,
		position: positions[i] ?? null,
		metadata: metadata[i] ?? "",
	}));

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
