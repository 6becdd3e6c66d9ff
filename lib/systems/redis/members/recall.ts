// What is remembered of a group and its members from one look to the next?
import { compareIds } from "../streams/entry-id.ts";
import type { ConsumerReply } from "../streams/replies.ts";
import { noPauses, notePause, type Pauses } from "./patience.ts";

/** Times are the server's. */
export type StreamRecall = {
	/** Messages ever added, and the last time it was still so many. */
	added: number | null;
	addedMs: number;
	/** Before the newest message came; null when none was seen to come. */
	newestAfterMs: number | null;
	groups: Map<string, GroupRecall>;
};

export type GroupRecall = {
	position: string;
	/** Ticks in which something was delivered: a message may be one of many delivered at once. */
	turns: number;
	readonly pauses: Pauses;
	/** What has changed since it was looked at shows in this. */
	of: string;
	lookedMs: number | null;
	lookedOf: string;
	lookedAdded: number | null;
	lookedNewestMs: number | null;
	inBytes: boolean;
	members: Map<string, MemberRecall>;
	/** Turns when its names were first seen, and when somebody without one was last seen to live. */
	namedTurns: number | null;
	unnamedMs: number | null;
};

export type MemberRecall = {
	idleMs: number | null;
	holding: number;
	/** When it last showed life, and when it was last given something; null where the server does not tell. */
	lifeMs: number | null;
	servedMs: number | null;
	/** How often it was seen to ask and get nothing, and the longest it took. */
	asks: number;
	asksMs: number;
	/** The same, once it is certain that nothing came: not before the next look. */
	maybeMs: number | null;
	maybeAdded: number | null;
	/** Turns when it was first seen at rest and holding nothing. */
	turnsThen: number | null;
	/** When it first lived without a connection of its name. */
	unnamedMs: number | null;
};

/** Clock and look may be apart by this. */
const slackMs = 500;
const asksNeeded = 3;

export const newStream = (): StreamRecall => ({
	...{ added: null, addedMs: 0, newestAfterMs: null, groups: new Map() },
});

const newGroup = (position: string, nowMs: number): GroupRecall => ({
	...{ position, turns: 0, pauses: noPauses(nowMs) },
	...{
		of: "",
		lookedMs: null,
		lookedOf: "",
		lookedAdded: null,
		lookedNewestMs: null,
	},
	...{ inBytes: false, members: new Map(), namedTurns: null, unnamedMs: null },
});

/** A count that went back is of another stream under the same name: what came before is not comparable. */
export function noteStream(
	stream: StreamRecall,
	added: number | null,
	nowMs: number,
): void {
	if (added === null) return;
	if (stream.added !== null && added !== stream.added)
		stream.newestAfterMs = added > stream.added ? stream.addedMs : null;
	stream.added = added;
	stream.addedMs = nowMs;
}

export type GroupTick = {
	readonly name: string;
	readonly position: string;
	readonly registered: number;
	readonly holding: number | null;
	readonly waits: boolean;
};

export function noteGroup(
	stream: StreamRecall,
	tick: GroupTick,
	nowMs: number,
): GroupRecall {
	const { position, registered, holding, waits } = tick;
	const group = stream.groups.get(tick.name) ?? newGroup(position, nowMs);
	const delivered = compareIds(position, group.position) > 0;
	if (delivered) group.turns++;
	notePause(group.pauses, { delivered, waits }, nowMs);
	group.position = position;
	group.of = `${registered} ${holding} ${waits ? position : ""}`;
	return group;
}

/** What XINFO CONSUMERS said of a group, `atMs` being no earlier than its answer; the members that showed life since the last look. */
export function noteLook(
	stream: StreamRecall,
	group: GroupRecall,
	consumers: readonly ConsumerReply[],
	atMs: number,
): MemberRecall[] {
	const isFirst = group.lookedMs === null;
	const sinceMs = atMs - (group.lookedMs ?? atMs);
	const members = new Map<string, MemberRecall>();
	const lived: MemberRecall[] = [];
	for (const { name, idleMs, inactiveMs, holding } of consumers) {
		const was = group.members.get(name);
		const lifeMs = idleMs === null ? null : atMs - idleMs;
		const servedMs = inactiveMs === null ? null : atMs - inactiveMs;
		const showed = was ? isLater(lifeMs, was.lifeMs) : !isFirst;
		const member = was ?? newMember();
		if (was) {
			confirmAsking(was, stream.added);
			const isSame =
				stream.added !== null && stream.added === group.lookedAdded;
			if (showed && isSame && !isLater(servedMs, was.servedMs)) {
				was.maybeMs = (was.idleMs ?? 0) + sinceMs;
				was.maybeAdded = stream.added;
			}
		}
		if (!was || showed) member.lifeMs = lifeMs;
		if (!was || isLater(servedMs, was.servedMs)) member.servedMs = servedMs;
		// Of turns that came before it was seen at rest, some may have been its own.
		if (was && !showed && holding === 0) member.turnsThen ??= group.turns;
		else member.turnsThen = null;
		member.idleMs = idleMs;
		member.holding = holding ?? 0;
		if (showed) lived.push(member);
		members.set(name, member);
	}
	group.members = members;
	group.lookedMs = atMs;
	group.lookedOf = group.of;
	group.lookedAdded = stream.added;
	group.lookedNewestMs = stream.newestAfterMs;
	return lived;
}

/** A message that came unseen between two replies would have woken it too: only the next look proves that none did. */
function confirmAsking(member: MemberRecall, added: number | null): void {
	if (member.maybeMs === null) return;
	if (added !== null && added === member.maybeAdded) {
		member.asks++;
		member.asksMs = Math.max(member.asksMs, member.maybeMs);
	}
	member.maybeMs = null;
}

export const asksEveryMs = ({ asks, asksMs }: MemberRecall): number | null =>
	asks >= asksNeeded ? asksMs : null;

export const turnsMissed = (
	{ turnsThen }: MemberRecall,
	{ turns }: GroupRecall,
): number | null => (turnsThen === null ? null : turns - turnsThen);

const newMember = (): MemberRecall => ({
	...{ idleMs: null, holding: 0, lifeMs: null, servedMs: null },
	...{ asks: 0, asksMs: 0, maybeMs: null, maybeAdded: null },
	...{ turnsThen: null, unnamedMs: null },
});

const isLater = (ms: number | null, than: number | null): boolean =>
	ms !== null && (than === null || ms > than + slackMs);

/** The same as somebody sees it who looks between two ticks; nothing is learned from it. */
export function seenNow(
	group: GroupRecall,
	consumers: readonly ConsumerReply[],
	atMs: number,
): GroupRecall {
	const members = consumers.map(({ name, idleMs, holding }) => {
		const was = group.members.get(name) ?? newMember();
		const lifeMs = idleMs === null ? null : atMs - idleMs;
		const isAtRest = holding === 0 && !isLater(lifeMs, was.lifeMs);
		const turnsThen = isAtRest ? was.turnsThen : null;
		const member = { ...was, idleMs, holding: holding ?? 0, turnsThen };
		return [name, member] as const;
	});
	return { ...group, members: new Map(members), lookedMs: atMs };
}
