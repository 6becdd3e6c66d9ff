// What was read before and is not now: is it gone, and why, or only hidden from us?
import type { GoneFact, GoneWhy } from "#lib/core/gone.ts";
import type { Reading } from "#lib/core/reading.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Links } from "../connection/links.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import type { Entry, Past } from "../positions/past.ts";
import { kind, silentReading } from "../positions/readings.ts";
import { metadata } from "../protocol/metadata.ts";
import { offsetFetch } from "../protocol/offset-fetch.ts";
import type { Emptiness, Empty } from "./emptiness.ts";
import type { Share } from "./share.ts";

const topicDenied = 29;
const groupDenied = 30;
const unknownTopic = 3;
/** What was refused is asked for again only so often. */
const refusalRestsMs = 5 * 60_000;
/** Readings are no farther apart than this. */
const lateMs = 30_000;
/** Names in one question. */
const askedMax = 100;

type Moment = {
	/** How long the broker keeps positions nobody renews. */
	readonly keptMs: number | null;
	readonly nowMs: number;
	readonly untilMs: number;
};

type Answers = {
	/** By topic: the error code, and the id of what bears the name now. */
	readonly topics: ReadonlyMap<string, { code: number; id: string }>;
	/** By group that no node lists: the code of an attempt to read it. */
	readonly groups: ReadonlyMap<string, number>;
	readonly listed: ReadonlySet<string>;
	readonly keptMs: number | null;
};

export class Absences {
	readonly #past: Past;
	readonly #emptiness: Emptiness;
	#missing: readonly Entry[] = [];

	constructor(past: Past, emptiness: Emptiness) {
		this.#past = past;
		this.#emptiness = emptiness;
	}

	/** Only where everything answered can something be missing; `shares` is null where something did not. */
	async read(
		links: Links,
		shares: readonly Share[] | null,
		{ keptMs, nowMs, untilMs }: Moment,
	): Promise<void> {
		this.#missing = this.#past.missing(nowMs);
		if (shares === null) return;
		const due = this.#missing
			.filter(
				({ why, hidden }) =>
					why === null &&
					(hidden === null || nowMs - hidden.atMs >= refusalRestsMs),
			)
			.slice(0, askedMax);
		if (due.length === 0) return;
		const listed = new Set(
			shares.flatMap(({ groups }) => groups.map(({ group }) => group)),
		);
		const unlisted = namesOf(due, ({ group }) => group).filter(
			(group) => !listed.has(group),
		);
		const topics = namesOf(due, ({ channel }) => channel);
		const [places, groups] = await Promise.all([
			links.first(metadata(topics), untilMs),
			codesOf(links, unlisted, untilMs),
		]);
		const answers = {
			topics: new Map(places.topics.map((place) => [place.topic, place])),
			...{ groups, listed, keptMs },
		};
		for (const entry of due)
			judge(entry, answers, this.#emptiness.of(entry.group), nowMs);
	}

	/** Told again with every tick, until it is forgotten. */
	get gone(): readonly GoneFact[] {
		return this.#missing.flatMap(({ group, channel, why }) =>
			why === null ? [] : [{ kind, channel, group, why }],
		);
	}

	hidden(atMs: number): readonly Reading[] {
		return this.#missing.flatMap(({ group, channel, hidden }) =>
			hidden === null
				? []
				: [silentReading(group, channel, troubleOfCode(hidden.code), atMs)],
		);
	}

	get troubles(): readonly Trouble[] {
		return this.#missing.some(({ hidden }) => hidden !== null)
			? [trouble("partly hidden")]
			: [];
	}
}

const namesOf = (
	entries: readonly Entry[],
	nameOf: (entry: Entry) => string,
): readonly string[] => [...new Set(entries.map(nameOf))];

/** A group that may not be seen is not listed either; only asking for it by name tells. Any node refuses alike. */
async function codesOf(
	links: Links,
	groups: readonly string[],
	untilMs: number,
): Promise<ReadonlyMap<string, number>> {
	if (groups.length === 0) return new Map();
	const answers = await links.first(offsetFetch(groups), untilMs);
	return new Map(answers.map(({ group, code }) => [group, code]));
}

function judge(
	entry: Entry,
	answers: Answers,
	empty: Empty | null,
	nowMs: number,
): void {
	const place = answers.topics.get(entry.channel);
	if (!place) return;
	entry.hidden = null;
	if (place.code === topicDenied)
		entry.hidden = { code: topicDenied, atMs: nowMs };
	else if (place.code === unknownTopic) entry.why = "channel deleted";
	else if (place.id !== entry.id) entry.why = "made again";
	else if (
		!answers.listed.has(entry.group) &&
		answers.groups.get(entry.group) === groupDenied
	)
		entry.hidden = { code: groupDenied, atMs: nowMs };
	else {
		const why = whyOfGroup(empty, entry, answers.keptMs, nowMs);
		// Positions expire a moment before their group goes from the list.
		const isGroupGone = why === "expired" || !answers.listed.has(entry.group);
		entry.why = isGroupGone ? why : "no positions";
	}
}

/** Somebody deleted it where it cannot have expired; it expired where it had to. Else either may be. */
export function whyOfGroup(
	empty: Empty | null,
	{ firstMs, movedMs }: Pick<Entry, "firstMs" | "movedMs">,
	keptMs: number | null,
	nowMs: number,
): GoneWhy {
	if (empty === null) return "deleted";
	if (keptMs === null) return "expired or deleted";
	if (empty.countsFromEmpty && empty.watched)
		return nowMs - empty.busyMs >= keptMs ? "expired" : "deleted";
	// Its positions count from their last commit, of which one that moved them is all we see, a little late.
	if (movedMs !== null && nowMs - movedMs < keptMs - lateMs) return "deleted";
	const knownSinceMs = Math.max(movedMs ?? firstMs, empty.sinceMs);
	return nowMs - knownSinceMs >= keptMs ? "expired" : "expired or deleted";
}
