// What is said of each channel, and of all who listen? Facts become readings, with notes that the judgement understands.
import { type Amount, atLeast, exactly } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import { familiesOf } from "../../family.ts";
import { type ChannelFacts, type Facts, isBehind } from "./facts.ts";
import { behindNotes, lossNotes, rounded } from "./notes.ts";
import { internalFamilyOf } from "./shown.ts";

export const channelKind = "pub/sub";
export const shardKind = "sharded pub/sub";
/** All connections that listen to anything: the server does not say which of them listens to what. */
export const listenersKind = "subscribers";
/** Their one row stands for no channel, so it bears the name of them all. */
const allChannels = "pub/sub";

export const isBroadcast = (kind: string): boolean =>
	[channelKind, shardKind, listenersKind].includes(kind);

type Around = {
	/** Every server has answered. */
	readonly isWhole: boolean;
	readonly atMs: number;
	readonly serverMs: number;
};

const notKept: Note = { code: "nothing kept", values: {} };

export function readingsOf(facts: Facts, around: Around): Reading[] {
	const families = familiesOf(
		facts.channels.filter((it) => !it.isShard).map(({ name }) => name),
	);
	const channels = facts.channels
		// Another server may know who listens.
		.filter((it) => around.isWhole || it.subscribers > 0)
		.map(
			(it): Reading => ({
				...nothingKnown,
				kind: it.isShard ? shardKind : channelKind,
				...{ channel: it.name, group: null, atMs: around.atMs },
				family: internalFamilyOf(it.name) ?? families.get(it.name) ?? null,
				...(facts.refused === null
					? {
							members: listening(it, facts, around),
							notes: notesOfChannel(it, facts, around),
						}
					: { trouble: facts.refused }),
			}),
		);
	return [...channels, ...ofListeners(facts, around, channels.length > 0)];
}

/** Who listens by a pattern may hear it as well. Sharded channels know no patterns. */
function listening(
	{ subscribers: n, isShard }: ChannelFacts,
	{ patterns }: Facts,
	{ isWhole }: Around,
) {
	const isAll = isWhole && (isShard || patterns?.n === 0);
	return {
		registered: n,
		live: isAll ? exactly(n) : atLeast(n),
		...{ dead: null, stuck: null, unknown: null },
	};
}

function notesOfChannel(
	it: ChannelFacts,
	facts: Facts,
	around: Around,
): Note[] {
	const { subscribers, behind, behindLeast, behindMost } = it;
	const notes = lossNotes(it.losses);
	const bounded: Amount =
		behindLeast === behindMost ? exactly(behindLeast) : atLeast(behindLeast);
	if (behindLeast > 0)
		notes.push(...behindNotes(behind, bounded, facts, around.serverMs));
	else if (behindMost > 0)
		notes.push({ code: "may be behind", values: { subscribers: behindMost } });
	if (subscribers === 0) notes.push(...silenceNotes(it, facts, around));
	return [...notes, notKept];
}

function silenceNotes(
	it: ChannelFacts,
	{ patterns }: Facts,
	around: Around,
): Note[] {
	const values = {
		expected: it.isExpected ? 1 : 0,
		patterns: it.isShard ? 0 : (patterns?.n ?? 0),
		atMs: it.silentSinceMs ?? around.serverMs,
	};
	return [{ code: "nobody listens", values }];
}

function ofListeners(
	facts: Facts,
	around: Around,
	areChannels: boolean,
): Reading[] {
	const { listeners, losses, patterns } = facts;
	const row = {
		...{ ...nothingKnown, kind: listenersKind, channel: allChannels },
		...{ group: null, atMs: around.atMs },
	};
	if (listeners === null) {
		const hidden = trouble("right missing", "", "CLIENT LIST");
		return areChannels ? [{ ...row, trouble: hidden }] : [];
	}
	if (listeners.length === 0 && losses.length === 0) return [];
	const behind = listeners.filter(isBehind);
	const notes = [
		...lossNotes(losses),
		...behindNotes(behind, exactly(behind.length), facts, around.serverMs),
	];
	const byPattern = listeners.filter((it) => it.patterns > 0).length;
	if (byPattern > 0)
		notes.push({
			code: "patterns heard",
			values: { subscribers: byPattern, patterns: patterns?.n ?? 0 },
		});
	if (!facts.undercounts) {
		const bytes = Math.max(0, ...listeners.map((it) => it.bytes));
		notes.push({ code: "largest output", values: { bytes: rounded(bytes) } });
	}
	const n = listeners.length;
	const members = {
		...{ registered: n, live: exactly(n), dead: 0 },
		...{ stuck: behind.length, unknown: 0 },
	};
	return [{ ...row, members, notes: [...notes, notKept] }];
}
