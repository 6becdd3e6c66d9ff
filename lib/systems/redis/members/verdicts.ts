// Which members of a group live? Each is judged by what was remembered of it and by who is connected.
import type { JudgedMember } from "#lib/core/member.ts";
import type { IdleMeans } from "../connection/version.ts";
import { connectionNameOf } from "./connection-name.ts";
import type { Connected, NamedConnection } from "./connections.ts";
import { type Connection, type GroupFacts, judge } from "./judge.ts";
import {
	asksEveryMs,
	type GroupRecall,
	type MemberRecall,
	turnsMissed,
} from "./recall.ts";

export type Circumstances = {
	readonly connected: Connected | null;
	readonly idleMeans: IdleMeans | null;
	readonly patienceMs: number;
	/** It was said in the configuration that its connections bear names. */
	readonly isNamed: boolean;
	readonly spare: number | null;
};

export type MemberJudged = JudgedMember & {
	readonly name: string;
	readonly holding: number;
	readonly idleMs: number | null;
	/** The one that bears its name, now or when it was last seen. */
	readonly connection: NamedConnection | null;
};

export function judgeGroup(
	name: string,
	group: GroupRecall,
	it: Circumstances,
): MemberJudged[] {
	const facts = groupFacts(group, it);
	return Array.from(group.members, ([member, recall]) => {
		const { lifeMs } = recall;
		const connection =
			it.connected?.named.get(connectionNameOf(name, member)) ?? null;
		const judged = judge(
			{
				...{ idleMs: recall.idleMs, holding: recall.holding },
				connection: stateOf(connection, lifeMs),
				goneMs:
					connection && it.connected
						? it.connected.atMs - connection.seenMs
						: null,
				isDeserted: isSince(it.connected?.desertedMs ?? null, lifeMs),
				asksEveryMs: asksEveryMs(recall),
				mayWaitAnew: mayWaitAnew(lifeMs, it),
				turnsMissed: turnsMissed(recall, group),
			},
			facts,
		);
		const { holding, idleMs } = recall;
		return { ...judged, name: member, holding, idleMs, connection };
	});
}

/** Missing once may be the moment between two connections; and one that lives on without it has another. */
function stateOf(
	connection: NamedConnection | null,
	lifeMs: number | null,
): Connection {
	if (connection === null) return "never";
	const { missed, missingMs, isWaiting } = connection;
	if (missed >= 2) return isSince(missingMs, lifeMs) ? "gone" : "never";
	return isWaiting ? "waiting" : "present";
}

/** A reply and a list may be apart by this. */
const slackMs = 1000;

/** Is it so since before any life was seen? */
const isSince = (ms: number | null, lifeMs: number | null): boolean =>
	ms !== null && (lifeMs === null || lifeMs <= ms + slackMs);

/** Where connections may not be listed, nobody can rule it out. */
function mayWaitAnew(
	lifeMs: number | null,
	{ connected, patienceMs }: Circumstances,
): boolean {
	if (connected === null || lifeMs === null) return true;
	const { waiterMadeMs } = connected;
	return waiterMadeMs !== null && waiterMadeMs > lifeMs - patienceMs;
}

function groupFacts(group: GroupRecall, it: Circumstances): GroupFacts {
	const { lookedMs, lookedNewestMs } = group;
	return {
		...{ patienceMs: it.patienceMs, idleMeans: it.idleMeans, spare: it.spare },
		named: it.isNamed || isSeenNamed(group, it),
		newestSeenMs:
			lookedMs === null || lookedNewestMs === null
				? null
				: lookedMs - lookedNewestMs,
		registered: group.members.size,
	};
}

/**
 * That some connections bear names does not mean that all do. They do when nobody else is there who could read, or when
 * messages came that would have shown a member without one.
 */
function isSeenNamed(
	{ namedTurns, unnamedMs, turns, members, lookedMs }: GroupRecall,
	{ connected, patienceMs, idleMeans }: Circumstances,
): boolean {
	if (connected === null || namedTurns === null || lookedMs === null)
		return false;
	if (unnamedMs !== null && lookedMs - unnamedMs < 2 * patienceMs) return false;
	if (connected.readers + connected.undecided === 0) return true;
	const needed = idleMeans === "asked" ? 3 : 2 * members.size;
	return turns - namedTurns > needed;
}

/** After a look: did somebody live whose connection bears no name, though it was listed since? */
export function noteNames(
	name: string,
	group: GroupRecall,
	lived: readonly MemberRecall[],
	connected: Connected | null,
): void {
	if (connected === null || group.lookedMs === null) return;
	if (group.namedTurns === null && connected.meant.has(name))
		group.namedTurns = group.turns;
	const living = new Set(lived);
	for (const [member, recall] of group.members) {
		if (!living.has(recall)) continue;
		if (connected.named.has(connectionNameOf(name, member)))
			recall.unnamedMs = null;
		else if (recall.unnamedMs === null) recall.unnamedMs = group.lookedMs;
		else if (connected.atMs > recall.unnamedMs) {
			group.unnamedMs = group.lookedMs;
			group.namedTurns = null;
		}
	}
}
