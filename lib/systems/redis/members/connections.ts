// Who is connected, and who of them reads? Remembered from list to list, because a busy reader shows its last command only.
import { actsAsReader, type Client, waitsAsReader } from "./clients.ts";
import { splitsOf } from "./connection-name.ts";

export type NamedConnection = {
	readonly name: string;
	readonly address: string;
	readonly isWaiting: boolean;
	/** In how many lists running it was missing. */
	readonly missed: number;
	readonly seenMs: number;
	/** The first of the lists it was missing in. */
	readonly missingMs: number | null;
};

/** What the last list told, together with those before it. */
export type Connected = {
	readonly atMs: number;
	/** To our database, without a name of a member: seen to read, and not yet watched for long enough to rule that out. */
	readonly readers: number;
	readonly undecided: number;
	/** Since when nobody is connected, in two lists running; null while somebody may be. */
	readonly desertedMs: number | null;
	/** When the last connection was made that waits as a reader; null when none does. */
	readonly waiterMadeMs: number | null;
	/** By the name they bear, `tm:<group>:<member>`. */
	readonly named: ReadonlyMap<string, NamedConnection>;
	/** Every group and member that the name of a reader could mean, of those that are here. */
	readonly meant: ReadonlyMap<string, readonly string[]>;
	/** Connections in the list before that could read, and all made since, dead ones too. */
	readonly couldRead: number;
	/** When the list before was heard; null in the first. */
	readonly beforeMs: number | null;
	/** How many there are, of any kind. */
	readonly count: number;
};

type Known = { isReader: boolean; readonly sinceMs: number; lists: number };

const listsNeeded = 3;
/** Names of connections that are gone are remembered for a day, and no more than these. */
const goneForMs = 24 * 3_600_000;
const namesMax = 100_000;

export type Connections = ReturnType<typeof openConnections>;

export function openConnections(database: number) {
	let known = new Map<number, Known>();
	let named = new Map<string, NamedConnection>();
	let last: Connected | null = null;
	let emptyMs: number | null = null;
	let newestId = 0;
	let couldReadBefore = 0;

	function remember(client: Client, nowMs: number): Known {
		const found = known.get(client.id) ?? {
			...{ isReader: false, sinceMs: nowMs, lists: 0 },
		};
		found.isReader ||= actsAsReader(client);
		found.lists++;
		return found;
	}

	return {
		last: () => last,
		/** `settledMs`: who was not seen to read for so long, in several lists, does not. */
		hear(clients: readonly Client[], nowMs: number, settledMs: number) {
			const present = new Map<number, Known>();
			const here = new Map<string, NamedConnection>();
			const meant = new Map<string, string[]>();
			let readers = 0;
			let undecided = 0;
			let waiterMadeMs: number | null = null;
			let id = newestId;
			for (const client of clients) {
				const it = remember(client, nowMs);
				present.set(client.id, it);
				id = Math.max(id, client.id);
				if (waitsAsReader(client))
					waiterMadeMs = Math.max(waiterMadeMs ?? 0, nowMs - client.ageMs);
				const splits = splitsOf(client.name);
				if (it.isReader)
					for (const { group, member } of splits) add(meant, group, member);
				if (splits.length > 0)
					here.set(client.name, seenAs(client, here.get(client.name), nowMs));
				else if (client.database !== database) continue;
				else if (it.isReader) readers++;
				else if (it.lists < listsNeeded || nowMs - it.sinceMs < settledMs)
					undecided++;
			}
			const desertedMs = clients.length === 0 ? emptyMs : null;
			emptyMs = clients.length === 0 ? (emptyMs ?? nowMs) : null;
			const couldRead = readers + undecided + here.size;
			named = withMissing(here, named, nowMs);
			last = {
				...{ atMs: nowMs, readers, undecided, named, meant },
				...{ desertedMs, waiterMadeMs },
				couldRead: couldReadBefore + id - newestId,
				beforeMs: last?.atMs ?? null,
				count: clients.length,
			};
			couldReadBefore = couldRead;
			known = present;
			newestId = id;
		},
		/** The server was started again: its connections are others, and so are their numbers. */
		forget() {
			known = new Map();
			named = new Map();
			last = null;
			emptyMs = null;
			newestId = 0;
			couldReadBefore = 0;
		},
		/** It may no longer be asked. */
		blur() {
			last = null;
		},
	};
}

/** An application may give several of its connections the same name: it waits when one of them does. */
function seenAs(
	client: Client,
	other: NamedConnection | undefined,
	nowMs: number,
): NamedConnection {
	if (other?.isWaiting) return other;
	const { name, address } = client;
	return {
		...{ name, address, missed: 0, seenMs: nowMs, missingMs: null },
		isWaiting: waitsAsReader(client),
	};
}

function withMissing(
	here: Map<string, NamedConnection>,
	before: ReadonlyMap<string, NamedConnection>,
	nowMs: number,
): Map<string, NamedConnection> {
	for (const [name, was] of before)
		if (
			!here.has(name) &&
			here.size < namesMax &&
			nowMs - was.seenMs < goneForMs
		)
			here.set(name, {
				...{ ...was, isWaiting: false, missed: was.missed + 1 },
				missingMs: was.missingMs ?? nowMs,
			});
	return here;
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
