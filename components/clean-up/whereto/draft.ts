// What has somebody filled in so far, and is it a wish already? Fields keep what was typed, whichever of them counts.
import { fieldOf, msOfField } from "#components/ui/date-field.ts";
import {
	readPartitions,
	writePartitions,
} from "#lib/core/clean-up/partition-list.ts";
import {
	type FileMistake,
	readPositions,
	writePositions,
} from "#lib/core/clean-up/positions-file.ts";
import type { Place, Unsaid } from "#lib/say/words/clean-up-whereto.ts";
import type { PlanWish } from "../wish.ts";

export type Reset = Extract<PlanWish, { readonly action: "reset" }>;

export const agoUnitsMs = {
	min: 60_000,
	h: 3_600_000,
	d: 86_400_000,
} as const;
export type AgoUnit = keyof typeof agoUnitsMs;

export type Draft = {
	readonly place: Place;
	/** Only some of the partitions. */
	readonly isSome: boolean;
	readonly partitions: string;
	readonly ago: string;
	readonly agoUnit: AgoUnit;
	readonly at: string;
	readonly shift: string;
	readonly isForward: boolean;
	readonly exact: string;
	readonly group: string;
	readonly file: string;
};

export type Said = {
	readonly wish: Reset | null;
	/** What is missing; null where nothing is. */
	readonly unsaid: Unsaid | null;
	readonly mistakes: readonly FileMistake[];
	/** How many positions of a file are taken, and how many are of other channels. */
	readonly taken: number;
	readonly others: number;
};

type ZoneMs = (ms: number) => number;

export const agoOf = (ms: number): Pick<Draft, "ago" | "agoUnit"> => {
	const agoUnit =
		ms % agoUnitsMs.d === 0 ? "d" : ms % agoUnitsMs.h === 0 ? "h" : "min";
	return { ago: String(ms / agoUnitsMs[agoUnit]), agoUnit };
};

export const agoMs = ({ ago, agoUnit }: Draft): number | null => {
	const ms = Math.round(Number(ago) * agoUnitsMs[agoUnit]);
	return ago.trim() !== "" && ms > 0 && Number.isSafeInteger(ms) ? ms : null;
};

export function draftOf(
	{ partitions, to }: Reset,
	nowMs: number,
	zoneMs: ZoneMs,
): Draft {
	const hourAgoMs = nowMs - (nowMs % 60_000) - agoUnitsMs.h;
	const atMs = to.place === "time" ? to.atMs : hourAgoMs;
	const shift = to.place === "shift" ? to.messages : 0;
	return {
		place: to.place,
		isSome: partitions !== null,
		partitions: partitions === null ? "" : writePartitions(partitions),
		...agoOf(to.place === "ago" ? to.ms : agoUnitsMs.h),
		at: fieldOf(atMs, zoneMs(atMs)),
		shift: shift === 0 ? "" : String(Math.abs(shift)),
		isForward: shift > 0,
		exact: to.place === "exact" ? String(to.position) : "",
		group: to.place === "group" ? to.group : "",
		file: to.place === "listed" ? writePositions(to.positions) : "",
	};
}

/** Of a file, the channels it is about count; with one mistake in it nothing does. */
export function saidIn(
	draft: Draft,
	zoneMs: ZoneMs,
	channels: ReadonlySet<string>,
): Said {
	if (draft.place === "listed") return saidInFile(draft, channels);
	const none = { mistakes: [], taken: 0, others: 0 };
	const to = toOf(draft, zoneMs);
	if (to === null)
		return { wish: null, unsaid: unsaidAt(draft.place), ...none };
	const partitions = draft.isSome ? readPartitions(draft.partitions) : null;
	if (draft.isSome && partitions === null)
		return { wish: null, unsaid: "partitions", ...none };
	const wish: Reset = {
		...{ action: "reset", to },
		partitions: partitions && [...partitions],
	};
	return { wish, unsaid: null, ...none };
}

const unsaidAt = (place: Place): Unsaid | null =>
	place === "first" || place === "end" ? null : place;

function toOf(draft: Draft, zoneMs: ZoneMs): Reset["to"] | null {
	const { place } = draft;
	switch (place) {
		case "first":
		case "end":
			return { place };
		case "ago": {
			const ms = agoMs(draft);
			return ms === null ? null : { place, ms };
		}
		case "time": {
			const atMs = msOfField(draft.at, zoneMs);
			return atMs === null || atMs < 0 ? null : { place, atMs };
		}
		case "shift": {
			const n = wholeOf(draft.shift);
			if (n === null || n === 0) return null;
			return { place, messages: draft.isForward ? n : -n };
		}
		case "exact": {
			const position = wholeOf(draft.exact);
			return position === null ? null : { place, position };
		}
		case "group":
			return draft.group === "" ? null : { place, group: draft.group };
		case "listed":
			return null;
	}
}

function saidInFile(draft: Draft, channels: ReadonlySet<string>): Said {
	const read = readPositions(draft.file);
	const positions = read.positions.filter(({ channel }) =>
		channels.has(channel),
	);
	const others = read.positions.length - positions.length;
	const known = { mistakes: read.mistakes, taken: positions.length, others };
	if (positions.length === 0 || read.mistakes.length > 0)
		return { wish: null, unsaid: "listed", ...known };
	const to: Reset["to"] = { place: "listed", positions };
	return {
		wish: { action: "reset", partitions: null, to },
		...{ unsaid: null, ...known },
	};
}

function wholeOf(text: string): number | null {
	const n = Number(text.trim().replace(/[,\u00a0 ](?=\d{3})/g, ""));
	return text.trim() !== "" && Number.isSafeInteger(n) && n >= 0 ? n : null;
}

/** Two that mean the same are the same. */
export const keyOf = ({ partitions, to }: Reset): string =>
	JSON.stringify([
		partitions,
		to.place === "listed"
			? to.positions.map(({ channel, partition, position }) => [
					...[channel, partition, position],
				])
			: Object.entries(to).toSorted(([a], [b]) => (a < b ? -1 : 1)),
	]);
