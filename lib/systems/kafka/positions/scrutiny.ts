// What do numbers alone not tell: markers, open transactions, what was set back, made again, or is about to be forgotten?
import type { GoneFact } from "#lib/core/gone.ts";
import type { Columns } from "#lib/core/lag.ts";
import type { Reading } from "#lib/core/reading.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Links } from "../connection/links.ts";
import { Absences } from "../groups/absences.ts";
import { Emptiness } from "../groups/emptiness.ts";
import type { Share } from "../groups/share.ts";
import type { Times } from "../times/times.ts";
import { contradiction, type IsOurs } from "./doubt.ts";
import type { Outage } from "./ends.ts";
import { Markers, markersMax } from "./markers.ts";
import { noted } from "./noted.ts";
import { type Entry, Past } from "./past.ts";
import { silentReading } from "./readings.ts";
import type { Rules } from "./rules.ts";
import { type Lagging, StableEnds } from "./stable-ends.ts";
import type { Topic, Topics } from "./topics.ts";

type Asking = {
	readonly links: Links;
	readonly outage: Outage;
	readonly untilMs: number;
	/** Everything answered, so that what is missing is missing. */
	readonly isWhole: boolean;
};

export type Seen = {
	readonly readings: readonly Reading[];
	readonly gone: readonly GoneFact[];
	readonly troubles: readonly Trouble[];
};

/** As a clean-up looked at it. */
export type Looked = ReadonlyMap<
	string,
	{
		readonly place: { readonly id: string };
		readonly positions: ReadonlyMap<
			number,
			{ readonly position: number | null }
		>;
		readonly starts: ReadonlyMap<number, number>;
		readonly ends: ReadonlyMap<number, number>;
	}
>;

/** Neither position nor end has moved for three readings. */
export const stillNeeded = 2;
const noColumns = {
	partitions: new Int32Array(),
	positions: new Float64Array(),
	starts: new Float64Array(),
	ends: new Float64Array(),
};

export class Scrutiny {
	readonly #topics: Topics;
	readonly #rules: Rules;
	readonly #times: Pick<Times, "isOurs">;
	readonly #past = new Past();
	readonly #emptiness = new Emptiness();
	readonly #markers = new Markers();
	readonly #stableEnds = new StableEnds();
	readonly #absences = new Absences(this.#past, this.#emptiness);

	constructor(topics: Topics, rules: Rules, times: Pick<Times, "isOurs">) {
		this.#topics = topics;
		this.#rules = rules;
		this.#times = times;
	}

	/** Whether what was looked at just now contradicts what the ticks believe, or these are in doubt themselves. */
	doubts(group: string, topics: Looked, isUndo = false): boolean {
		const nowMs = performance.now();
		for (const [channel, looked] of topics) {
			const entry = this.#past.of(group, channel);
			if (entry?.id !== looked.place.id || entry.why !== null) continue;
			const { columns, believedMs, doubt } = entry;
			const now = columnsOf(columns.partitions, looked);
			// What is taken back was moved by ourselves.
			const isOurs = isUndo ? () => true : this.#isOurs(group, channel);
			const passedMs = nowMs - believedMs;
			if (doubt || contradiction(columns, now, passedMs, isOurs)) return true;
		}
		return false;
	}

	#isOurs(group: string, channel: string): IsOurs {
		return (partition, position) =>
			this.#times.isOurs(group, channel, partition, position);
	}

	/** Asks further where something is odd, and says what it found. What fails is asked again with the next tick. */
	async read(
		readings: readonly Reading[],
		shares: readonly Share[],
		{ links, outage, untilMs, isWhole }: Asking,
	): Promise<Seen> {
		const nowMs = performance.now();
		for (const { groups } of shares) this.#emptiness.take(groups, nowMs);
		const lagging = this.#compare(readings, nowMs);
		const keptMs = this.#rules.positionsKeptMs;
		await Promise.allSettled([
			this.#stableEnds.read(links, lagging, outage, nowMs, untilMs),
			this.#markers.read(links, outage, untilMs),
			this.#absences.read(links, isWhole ? shares : null, {
				...{ keptMs, nowMs, untilMs },
			}),
		]);
		return {
			readings: [
				...readings.map((reading) => this.#noted(reading, nowMs)),
				...this.#absences.hidden(readings[0]?.atMs ?? Date.now()),
			],
			gone: this.#absences.gone,
			troubles: this.#absences.troubles,
		};
	}

	/** Lays each reading beside the one before, and marks what lags. */
	#compare(readings: readonly Reading[], nowMs: number): Lagging {
		const lagging = new Map<Topic, Uint8Array>();
		for (const { group, channel, columns, trouble } of readings) {
			if (group === null) continue;
			const topic = this.#topics.find(channel);
			if (trouble || !topic) {
				this.#past.touch(group, channel, nowMs);
				continue;
			}
			const read = columns ?? noColumns;
			const entry = this.#past.take(
				...([group, channel, topic.id, read, nowMs] as const),
				this.#isOurs(group, channel),
			);
			// A log that became shorter may be another one, which only its id can tell.
			if (entry.doubt) this.#topics.isDoubted = true;
			else this.#mark(entry, topic, lagging);
		}
		return lagging;
	}

	#mark(entry: Entry, topic: Topic, lagging: Map<Topic, Uint8Array>): void {
		const { partitions, positions, starts, ends } = entry.columns;
		let own = lagging.get(topic);
		for (let i = 0; i < partitions.length; i++) {
			const end = ends[i] ?? Number.NaN;
			const from = Math.max(positions[i] ?? Number.NaN, starts[i] || 0);
			if (!(from < end)) continue;
			const partition = partitions[i] ?? -1;
			if (!own) {
				own = new Uint8Array(topic.leaders.length);
				lagging.set(topic, own);
			}
			own[partition] = 1;
			if (end - from <= markersMax && (entry.still[i] ?? 0) >= stillNeeded)
				this.#markers.between(topic, partition, from, end);
		}
	}

	#noted(reading: Reading, nowMs: number): Reading {
		const { group, channel } = reading;
		const topic = this.#topics.find(channel);
		const entry = group === null ? null : this.#past.of(group, channel);
		if (!topic || !entry || reading.trouble) return reading;
		if (entry.doubt)
			return silentReading(
				...[entry.group, channel, trouble("not agreed"), reading.atMs],
			);
		return noted(reading, entry, topic, {
			markers: this.#markers,
			stableEnds: this.#stableEnds,
			rules: this.#rules.of(channel),
			keptMs: this.#rules.positionsKeptMs,
			empty: this.#emptiness.of(entry.group),
			nowMs,
		});
	}
}

function columnsOf(
	partitions: Int32Array,
	{ positions, starts, ends }: NonNullable<ReturnType<Looked["get"]>>,
): Columns {
	const column = (of: (partition: number) => number | null | undefined) =>
		Float64Array.from(partitions, (one) => of(one) ?? Number.NaN);
	return {
		partitions,
		positions: column((one) => positions.get(one)?.position),
		starts: column((one) => starts.get(one)),
		ends: column((one) => ends.get(one)),
	};
}
