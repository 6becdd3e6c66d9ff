// Which members are there, group by group, and what is said of each? Kept from tick to tick; asks nobody.
import type { Note } from "#lib/core/note.ts";
import type { Members } from "#lib/core/reading.ts";
import type { IdleMeans } from "../connection/version.ts";
import type { GroupNow } from "../streams/further.ts";
import type { Heard } from "../streams/hear.ts";
import type { StreamMemory } from "../streams/memory.ts";
import type { ConsumerReply } from "../streams/replies.ts";
import type { Client } from "./clients.ts";
import { type MembersConfigured, shortestPatienceMs } from "./configured.ts";
import { connectionNameOf } from "./connection-name.ts";
import { type NamedConnection, openConnections } from "./connections.ts";
import { type Candidate, looksEveryMs } from "./due.ts";
import { patienceOf } from "./patience.ts";
import {
	type GroupRecall,
	newStream,
	noteGroup,
	noteLook,
	noteStream,
	type StreamRecall,
	seenNow,
} from "./recall.ts";
import { spareOf } from "./spare.ts";
import { notesOf, tally } from "./tally.ts";
import { unservedOf } from "./unserved.ts";
import { judgeGroup, type MemberJudged, noteNames } from "./verdicts.ts";

export type Told = {
	readonly members: Members;
	readonly notes: readonly Note[];
};

/** The members of one group as somebody sees them who looks; the unserved are not among those judged. */
export type Seen = {
	readonly judged: readonly MemberJudged[];
	readonly unserved: readonly {
		readonly member: string;
		readonly connection: NamedConnection;
	}[];
};

/** One group in one tick. */
export type Item = Candidate & {
	readonly name: string;
	readonly key: string | Buffer;
	readonly stream: StreamRecall;
};

type Moment = {
	/** The server's clock. */
	readonly nowMs: number;
	readonly runId: string | null;
	readonly idleMeans: IdleMeans | null;
};

export function openRoll(configured: MembersConfigured, database: number) {
	const connections = openConnections(database);
	const shortestMs = shortestPatienceMs(configured);
	let streams = new Map<
		string,
		{ memory: StreamMemory; recall: StreamRecall }
	>();
	let sameName = new Map<string, GroupRecall[]>();
	let told = new WeakMap<GroupRecall, Told>();
	let idleMeans: IdleMeans | null = null;
	let runId: string | null = null;
	let spare: number | null = null;

	const groupAt = (channel: string, name: string) =>
		streams.get(channel)?.recall.groups.get(name);

	function circumstances(name: string, group: GroupRecall) {
		const patienceMs = configured.patienceMs(name) ?? patienceOf(group.pauses);
		const isNamed = configured.named(name);
		const connected = connections.last();
		return { connected, idleMeans, patienceMs, isNamed, spare };
	}

	function tell(name: string, group: GroupRecall): void {
		if (group.lookedMs === null) return;
		const it = circumstances(name, group);
		const judged = judgeGroup(name, group, it);
		const { names, possible } = unservedOf(name, it.connected, sameName);
		const unserved = names.length;
		const readers = it.connected?.readers ?? null;
		const undecided = it.connected?.undecided ?? 0;
		told.set(group, {
			members: tally(judged, {
				...{ readers, undecided, unserved, possible },
				lateMs: looksEveryMs(it.patienceMs),
			}),
			notes: notesOf(judged, it.patienceMs, unserved),
		});
	}

	return {
		/** What every tick hears of every group; the groups as they now are. */
		note(
			heard: readonly Heard[],
			groups: readonly (readonly GroupNow[])[],
			moment: Moment,
		): Item[] {
			if (moment.runId !== runId) connections.forget();
			({ idleMeans, runId } = moment);
			const items: Item[] = [];
			const next: typeof streams = new Map();
			sameName = new Map();
			heard.forEach(({ memory, now, anew, trouble }, i) => {
				const was = streams.get(memory.name);
				const isSame = was?.memory === memory && anew === null;
				const recall = isSame ? was.recall : newStream();
				next.set(memory.name, { memory, recall });
				if (trouble !== null) return;
				noteStream(recall, now.added, moment.nowMs);
				const of = (groups[i] ?? []).map((group) =>
					itemOf(memory, recall, group, moment.nowMs),
				);
				recall.groups = new Map(of.map(({ name, group }) => [name, group]));
				for (const item of of) {
					const same = sameName.get(item.name);
					if (same) same.push(item.group);
					else sameName.set(item.name, [item.group]);
					items.push(item);
				}
			});
			streams = next;
			return items;
		},
		hearClients(clients: readonly Client[] | null, nowMs: number) {
			if (clients === null) connections.blur();
			else connections.hear(clients, nowMs, shortestMs);
		},
		hearConsumers(
			item: Item,
			consumers: readonly ConsumerReply[],
			atMs: number,
		) {
			const { name, stream, group } = item;
			const lived = noteLook(stream, group, consumers, atMs);
			noteNames(name, group, lived, connections.last());
		},
		/** With a new list everybody is judged anew; without one, those who were looked at. */
		judge(items: readonly Item[], isListed: boolean) {
			if (isListed) {
				told = new WeakMap();
				spare = spareOf(connections.last(), sameName.values());
			}
			for (const { name, group } of items) tell(name, group);
		},
		told: (channel: string, name: string): Told | null => {
			const group = groupAt(channel, name);
			return (group && told.get(group)) ?? null;
		},
		/** As somebody sees it who looks now; null for a group that no tick has met. */
		seen(
			channel: string,
			name: string,
			consumers: readonly ConsumerReply[],
			atMs: number,
		): Seen | null {
			const group = groupAt(channel, name);
			if (group === undefined) return null;
			const now = seenNow(group, consumers, atMs);
			const it = circumstances(name, now);
			const { names } = unservedOf(name, it.connected, sameName);
			const unserved = names.flatMap((member) => {
				const connectionName = connectionNameOf(name, member);
				const connection = it.connected?.named.get(connectionName);
				const isListed = now.members.has(member);
				return connection && !isListed ? [{ member, connection }] : [];
			});
			return { judged: judgeGroup(name, now, it), unserved };
		},
	};

	function itemOf(
		memory: StreamMemory,
		stream: StreamRecall,
		{ group: reply, lag }: GroupNow,
		nowMs: number,
	): Item {
		const { name, position, holding } = reply;
		const registered = reply.consumers ?? 0;
		const waits = lag !== null && lag.n > 0;
		const tick = { name, position, registered, holding, waits };
		const group = noteGroup(stream, tick, nowMs);
		const { patienceMs } = circumstances(name, group);
		return { name, key: memory.key, stream, group, registered, patienceMs };
	}
}
