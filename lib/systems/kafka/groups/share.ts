// What does one node say of the groups it coordinates, and of their positions?
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Picks } from "#lib/systems/setting.ts";
import type { Link } from "../connection/link.ts";
import { NotOffered } from "../connection/offers.ts";
import { troubleOf, troubleOfCode } from "../connection/trouble-of.ts";
import type { Bounds } from "../positions/bounds.ts";
import { type ListedGroup, listGroups } from "../protocol/group-requests.ts";
import { type GroupPositions, offsetFetch } from "../protocol/offset-fetch.ts";
import type { Request } from "../protocol/request.ts";
import {
	type SharedPositions,
	shareOffsets,
} from "../protocol/share-offsets.ts";
import type { Takeovers } from "./takeovers.ts";

/** One node's share of the groups. With a trouble it may be less than the whole. */
export type Share = {
	readonly node: number;
	readonly trouble: Trouble | null;
	readonly groups: readonly ListedGroup[];
	readonly positions: readonly GroupPositions[];
	/** Of share groups, whose positions tell no lag. */
	readonly shared: readonly SharedPositions[];
	/** Groups that are listed and may not be read. */
	readonly denied: readonly string[];
};

const groupsMax = 100;
const positionsMax = 20_000;

export const partOf = (node: number): string => `node ${node}`;

/** Share groups keep their positions elsewhere, and answer this question with nothing. */
export const hasPositions = ({ type }: ListedGroup): boolean =>
	type !== "share";

const isShared = (listed: ListedGroup): boolean => !hasPositions(listed);

type Asking = {
	readonly link: Pick<Link, "ask">;
	/** How many positions a group had last time. */
	readonly positionsOf: (group: string) => number;
	readonly bounds: Bounds;
	readonly isChosen: Picks;
	readonly takeovers: Takeovers;
	readonly untilMs: number;
};

export async function readShare(node: number, asking: Asking): Promise<Share> {
	const part = partOf(node);
	const nothing = { node, groups: [], positions: [], shared: [], denied: [] };
	try {
		const { link, bounds, isChosen, takeovers, untilMs } = asking;
		await takeovers.askOwn(node, asking);
		const list = await link.ask(listGroups, untilMs);
		// A coordinator that starts lists nothing, which must not read as "no groups".
		if (list.code !== 0)
			return { ...nothing, trouble: troubleOfCode(list.code, part) };
		const chosen = list.groups.filter(({ group }) => isChosen(group));
		const nowMs = performance.now();
		await takeovers.askFor(node, chosen, nowMs, asking);
		const doubts = chosen.map(({ group }) =>
			takeovers.doubtOf(group, node, nowMs),
		);
		const groups = chosen.filter((_, i) => doubts[i] === 0);
		const doubt = doubts.find((code) => code !== 0) ?? takeovers.doubtAt(node);
		const read = bounds.admit(groups);
		const [own, shared] = await Promise.all([
			answersFor(read.filter(hasPositions), offsetFetch, asking, part),
			answersFor(read.filter(isShared), shareOffsets, asking, part),
		]);
		return {
			...{ node, groups, positions: own.told, shared: shared.told },
			denied: [...own.denied, ...shared.denied],
			trouble:
				own.trouble ??
				shared.trouble ??
				(doubt === 0 ? null : troubleOfCode(doubt, part)),
		};
	} catch (error) {
		return { ...nothing, trouble: troubleOf(error, part) };
	}
}

type Answer = {
	readonly group: string;
	readonly code: number;
	readonly topics: readonly { readonly positions: Float64Array }[];
};

async function answersFor<One extends Answer>(
	groups: readonly ListedGroup[],
	request: (groups: readonly string[]) => Request<readonly One[]>,
	{ link, positionsOf, bounds, untilMs }: Asking,
	part: string,
) {
	const asked = inBatches(groups, ({ group }) => positionsOf(group)).map(
		(batch) => link.ask(request(namesOf(batch)), untilMs),
	);
	const answers = await Promise.allSettled(asked);
	const failed = answers.find((answer) => answer.status === "rejected");
	const fetched = answers.flatMap((answer) =>
		answer.status === "fulfilled" ? answer.value : [],
	);
	return {
		told: fetched.filter((one) => one.code === 0 && bounds.keeps(one)),
		denied: fetched.filter(isDenied).map(({ group }) => group),
		trouble: failed
			? failure(failed.reason, part)
			: refusalIn(fetched, groups.length, part),
	};
}

/** A node too old to tell positions of some kind of group is well: they are what nobody can know there. */
const failure = (reason: unknown, part: string): Trouble | null =>
	reason instanceof NotOffered ? null : troubleOf(reason, part);

const isDenied = ({ code }: Answer): boolean => code === 30;

/** A group that went away since it was listed (69) is no trouble; one that may not be read is its own. */
function refusalIn(
	fetched: readonly Answer[],
	asked: number,
	part: string,
): Trouble | null {
	const refused = fetched.find(
		(group) => group.code !== 0 && group.code !== 69 && !isDenied(group),
	);
	if (refused) return troubleOfCode(refused.code, part);
	if (fetched.length < asked)
		return trouble("not understood", "groups are missing in an answer", part);
	return null;
}

/** At most 100 groups, and about 20,000 positions, in one answer: one large answer takes longer to take apart than several. */
export function inBatches(
	groups: readonly ListedGroup[],
	positionsOf: (group: ListedGroup) => number,
): ListedGroup[][] {
	const batches: ListedGroup[][] = [];
	let batch: ListedGroup[] = [];
	let positions = 0;
	for (const group of groups) {
		const more = positionsOf(group);
		const isFull =
			batch.length === groupsMax || positions + more > positionsMax;
		if (isFull && batch.length > 0) {
			batches.push(batch);
			batch = [];
			positions = 0;
		}
		batch.push(group);
		positions += more;
	}
	if (batch.length > 0) batches.push(batch);
	return batches;
}

export const namesOf = (groups: readonly ListedGroup[]): string[] =>
	groups.map(({ group }) => group);
