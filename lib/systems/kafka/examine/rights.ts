// Which rights are missing that nobody would notice? A cluster hides what may not be described, so it is asked about names that nobody has.
import { describeGroupsV5, Reader } from "@platformatic/kafka";
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import type { Link } from "../connection/link.ts";
import type { Links } from "../connection/links.ts";
import { listGroups } from "../protocol/group-requests.ts";
import { metadata } from "../protocol/metadata.ts";
import { type Request, wholeAnswer } from "../protocol/request.ts";
import {
	clusterRights,
	groupRights,
	operations,
	topicRights,
} from "../protocol/rights-requests.ts";

/** Nothing is called so. Who may describe everything is told that it does not exist, and who may not, that it is not allowed. */
const nobody = "tidemark-asks-what-it-may-see-and-nothing-is-called-so";
const topicDenied = 29;
const groupDenied = 30;
type Operation = keyof typeof operations;

/** So many of each are asked about: rights are given by patterns, and a few names tell. */
const mostAsked = 50;

/** The code that a group of this name is answered with. */
const groupCode = (group: string): Request<number> => ({
	name: "DescribeGroups",
	key: 15,
	oldest: 5,
	newest: 5,
	encode: () => describeGroupsV5.createRequest([group], false),
	decode: (bytes) =>
		wholeAnswer(() =>
			describeGroupsV5.parseResponse(0, 15, 5, Reader.from(bytes)),
		).groups[0]?.errorCode ?? 0,
});

export async function rightsSymptoms(
	links: Links,
	untilMs: number,
): Promise<readonly Symptom[]> {
	const parts = await Promise.allSettled([
		hiddenByName(links, untilMs),
		toldLess(links, untilMs),
		mayCleanUp(links, untilMs),
	]);
	return parts.flatMap((it) => ("value" in it ? it.value : []));
}

async function hiddenByName(
	links: Links,
	untilMs: number,
): Promise<readonly Symptom[]> {
	const [cluster, topics, group] = await Promise.all([
		links.first(clusterRights, untilMs),
		links.first(metadata([nobody]), untilMs),
		links.first(groupCode(nobody), untilMs),
	]);
	const hidden = (what: string) =>
		symptom("hidden by name", { what, right: `DESCRIBE on ${what}` });
	const areTopicsHidden = topics.topics[0]?.code === topicDenied;
	// With DESCRIBE on the cluster they are at least named, and those that may not be read are told by each reading.
	const mayList = (cluster & operations.DESCRIBE) !== 0;
	return [
		...(areTopicsHidden ? [hidden("topics")] : []),
		...(group === groupDenied && !mayList ? [hidden("groups")] : []),
	];
}

async function toldLess(
	links: Links,
	untilMs: number,
): Promise<readonly Symptom[]> {
	const told = [...(await topicsNow(links, untilMs)).values()];
	const less = (right: Operation, lost: string) => {
		const lacking = told.filter((one) => lacks(one, right)).length;
		return lacking === 0
			? []
			: [
					symptom("told less", {
						right,
						on: `${lacking} of ${told.length} topics`,
						lost,
					}),
				];
	};
	return [
		...less("READ", "the age of a message nobody reads is told as a bound"),
		...less(
			"DESCRIBE_CONFIGS",
			"how long messages are kept, and so the margin, is not known",
		),
	];
}

async function mayCleanUp(
	links: Links,
	untilMs: number,
): Promise<readonly Symptom[]> {
	const groups = await groupsNow(links, untilMs);
	const topics = await topicsNow(links, untilMs);
	if (groups.length + topics.size === 0) return [];
	const missing = [
		...(["READ", "DELETE"] as const).flatMap((right) =>
			groups.some((one) => lacks(one, right)) ? [`${right} on groups`] : [],
		),
		...([...topics.values()].some((one) => lacks(one, "READ"))
			? ["READ on topics"]
			: []),
	];
	return missing.length === 0
		? [symptom("may clean up")]
		: [symptom("may not clean up", { rights: missing.join(", ") })];
}

const lacks = (rights: number | null, operation: Operation): boolean =>
	rights !== null && (rights & operations[operation]) === 0;

async function topicsNow(
	links: Links,
	untilMs: number,
): Promise<ReadonlyMap<string, number | null>> {
	const { topics } = await links.first(metadata(null), untilMs);
	const names = topics
		.filter(({ isInternal, code }) => !isInternal && code === 0)
		.slice(0, mostAsked)
		.map(({ topic }) => topic);
	return names.length === 0
		? new Map()
		: links.first(topicRights(names), untilMs);
}

/** Each of the node that has it. */
async function groupsNow(
	links: Links,
	untilMs: number,
): Promise<readonly (number | null)[]> {
	const asked = Array.from(links.nodes.values(), async (link: Link) => {
		const { groups } = await link.ask(listGroups, untilMs);
		const some = groups.slice(0, mostAsked / links.nodes.size);
		return Promise.all(
			some.map(({ group }) => link.ask(groupRights(group), untilMs)),
		);
	});
	const told = await Promise.allSettled(asked);
	return told.flatMap((it) => ("value" in it ? it.value : []));
}
