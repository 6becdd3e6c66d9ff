// Which node coordinates a group, and what does it say of the group's positions and members?
import { Problem } from "#lib/core/problem.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { Link } from "../connection/link.ts";
import type { Links } from "../connection/links.ts";
import { NotOffered } from "../connection/offers.ts";
import {
	troubleOf,
	troubleOfCode,
	weightiest,
} from "../connection/trouble-of.ts";
import { hasPositions, partOf } from "../groups/share.ts";
import { describeBy } from "../protocol/describe.ts";
import type { DescribedGroup } from "../protocol/described.ts";
import { type ListedGroup, listGroups } from "../protocol/group-requests.ts";
import { offsetFetch } from "../protocol/offset-fetch.ts";
import { shareOffsets } from "../protocol/share-offsets.ts";

export type Found = { readonly listed: ListedGroup; readonly link: Link };

/** By partition; what is not there is not known, or was never committed. */
export type Stand = {
	readonly positions: ReadonlyMap<number, number>;
	/** The broker's own count, where positions tell no lag. */
	readonly lags: ReadonlyMap<number, number> | null;
};

/** The node that lists a group coordinates it. Asking the cluster who does would create a topic on one that has none. */
export async function coordinatorOf(
	links: Links,
	group: string,
	untilMs: number,
): Promise<Found> {
	const asked = [...links.nodes].map(async ([node, link]) => {
		const list = await link.ask(listGroups, untilMs);
		if (list.code !== 0)
			throw new TroubleError(troubleOfCode(list.code, partOf(node)));
		const listed = list.groups.find((one) => one.group === group);
		if (!listed) throw new Problem("not found", "subscription gone");
		return { listed, link };
	});
	try {
		return await Promise.any(asked);
	} catch (error) {
		const failures: unknown[] =
			error instanceof AggregateError ? error.errors : [error];
		const troubles = failures.filter((one) => !(one instanceof Problem));
		if (troubles.length === 0) throw failures[0];
		throw new TroubleError(weightiest(troubles.map((one) => troubleOf(one))));
	}
}

export async function standOf(
	{ listed, link }: Found,
	topic: string,
	untilMs: number,
): Promise<Stand> {
	const { group } = listed;
	if (hasPositions(listed)) {
		const answers = await link.ask(offsetFetch([group]), untilMs);
		const read = topicIn(answers, group, topic);
		if (read.positions.every(Number.isNaN))
			throw new Problem("not found", "subscription gone");
		return { positions: byPartition(read, read.positions), lags: null };
	}
	const answers = await link.ask(shareOffsets([group]), untilMs);
	const read = topicIn(answers, group, topic);
	const positions = byPartition(read, read.positions);
	return { positions, lags: byPartition(read, read.lags) };
}

function topicIn<Read extends { readonly topic: string }>(
	answers: readonly {
		readonly group: string;
		readonly code: number;
		readonly topics: readonly Read[];
	}[],
	group: string,
	topic: string,
): Read {
	const answer = answers.find((one) => one.group === group);
	if (answer && answer.code !== 0 && answer.code !== 69)
		throw new TroubleError(troubleOfCode(answer.code));
	const read = answer?.topics.find((one) => one.topic === topic);
	if (!read) throw new Problem("not found", "subscription gone");
	return read;
}

function byPartition(
	{ partitions }: { readonly partitions: Int32Array },
	column: Float64Array,
): ReadonlyMap<number, number> {
	const known = new Map<number, number>();
	partitions.forEach((partition, i) => {
		const value = column[i] ?? Number.NaN;
		if (!Number.isNaN(value)) known.set(partition, value);
	});
	return known;
}

/** Null where the members of such a group are asked for in a way not spoken here. */
export async function describedOf(
	{ listed, link }: Found,
	untilMs: number,
): Promise<DescribedGroup | null> {
	const request = describeBy.get(listed.type)?.([listed.group]);
	if (!request) return null;
	try {
		const answers = await link.ask(request, untilMs);
		return answers.find((one) => one.group === listed.group) ?? null;
	} catch (error) {
		if (error instanceof NotOffered) return null;
		throw error;
	}
}
