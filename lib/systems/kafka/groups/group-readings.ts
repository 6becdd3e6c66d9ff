// What is said of every group, from what its node told?
import type { Reading } from "#lib/core/reading.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import type { Outage } from "../positions/ends.ts";
import type { Places } from "../positions/places.ts";
import { readingOf, silentReading } from "../positions/readings.ts";
import type { Topics } from "../positions/topics.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import type { Known } from "./known.ts";
import type { Roster } from "./roster.ts";
import type { Share } from "./share.ts";
import { type Handed, sharedReading } from "./shared-readings.ts";

type Heard = {
	readonly topics: Topics;
	readonly roster: Roster;
	readonly known: Known;
	readonly handed: Handed;
	readonly places: Places;
	readonly outage: Outage;
	readonly atMs: number;
};

/** A group two nodes list, while it moves from one to the other, is told once. */
export function groupReadings(
	shares: readonly Share[],
	heard: Heard,
): readonly Reading[] {
	const told = new Set<string>();
	const isNews = ({ group }: { readonly group: string }) =>
		!told.has(group) && told.add(group);
	return shares.flatMap((share) => {
		const listed = new Map(share.groups.map((one) => [one.group, one]));
		const isListed = ({ group }: { readonly group: string }) =>
			listed.has(group);
		const read = share.positions.filter(isListed).filter(isNews);
		const shared = share.shared.filter(isListed).filter(isNews);
		return [
			...read.flatMap((one) => ownReadings(one, listed, heard)),
			...shared.flatMap((one) => sharedReadings(one, listed, heard)),
			...share.denied.flatMap((group) => deniedReadings(group, heard)),
		];
	});
}

type Listed = ReadonlyMap<string, ListedGroup>;

function ownReadings(
	{ group, topics }: Share["positions"][number],
	listed: Listed,
	{ roster, places, outage, atMs, ...heard }: Heard,
): readonly Reading[] {
	const own = listed.get(group);
	if (!own) return [];
	const members = roster.membersOf(own);
	const around = { members, outage, placing: places.next(group, atMs), atMs };
	return topics.flatMap((read) => {
		const topic = heard.topics.find(read.topic);
		const reading = topic && readingOf(group, read, topic, around);
		return reading ? [about(own, reading, roster)] : [];
	});
}

function sharedReadings(
	{ group, topics }: Share["shared"][number],
	listed: Listed,
	{ roster, handed, atMs, ...heard }: Heard,
): readonly Reading[] {
	const own = listed.get(group);
	if (!own) return [];
	const members = roster.membersOf(own);
	return topics.flatMap((read) => {
		const topic = heard.topics.find(read.topic);
		if (!topic) return [];
		return [
			about(
				own,
				sharedReading(group, read, topic, members, handed, atMs),
				roster,
			),
		];
	});
}

const deniedReadings = (
	group: string,
	{ known, topics, atMs }: Heard,
): readonly Reading[] =>
	known
		.channelsOf(group)
		.filter((channel) => !topics.isLeftOut(channel))
		.map((channel) => silentReading(group, channel, troubleOfCode(30), atMs));

/** What is said of the group as a whole, in the broker's own word for how it is. */
function about(own: ListedGroup, reading: Reading, roster: Roster): Reading {
	if (reading.trouble) return reading;
	const notes = [...reading.notes, ...roster.notesOf(own, reading.channel)];
	return { ...reading, state: own.state || null, notes };
}
