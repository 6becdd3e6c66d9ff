// What is remembered of a stream from one tick to the next?
import type { Amount } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import { sentName } from "../connection/name.ts";
import type { News, StreamPast } from "./anew.ts";
import type { Lifetime } from "./lifetime.ts";
import type { Course } from "./margin.ts";
import type { StreamReply } from "./replies.ts";
import type { Unread } from "./unread.ts";

export type StreamMemory = {
	readonly name: string;
	readonly key: string | Buffer;
	/** The name of one of its groups is not text. */
	inBytes: boolean;
	/** It was asked for its groups, and has not answered yet: there may be too many of them. */
	isAwaited: boolean;
	/** How many groups it has, where these are too many to be asked for. */
	crowd: number | null;
	/** Its last tick needed the detail, so the next asks for it at once. */
	deep: boolean;
	/** Until when its length need not be asked for. */
	sizedInTicks: number;
	length: number;
	/** Which of the two questions that tell its length may not be asked of it. */
	refused: Refused | null;
	/** What its detail belongs to: while this stays the same, so does the detail. */
	signature: string;
	detail: StreamReply | null;
	added: number | null;
	/** The last id ever made, as far as it was told. */
	lastMade: string | null;
	isOtherRun: boolean;
	news: News | null;
	/** Null until it was asked for. */
	lifetime: Lifetime | null;
	/** Entries removed so far. */
	removals: Course;
	/** Its oldest entry, where nothing was ever removed. */
	oldestId: string | null;
	/** What is wrong with it for good, as of the last tick that knew its length. */
	standing: Note | null;
	groups: Map<string, GroupMemory>;
};

const neverSeen: StreamPast = {
	...{ lastMade: null, added: null, isOtherRun: false },
};

export type Refused = {
	readonly question: "xlen" | "detail";
	readonly sinceMs: number;
};

export type GroupMemory = {
	readonly position: string;
	readonly drift: number | null;
	counted: Counted | null;
	held: Held | null;
	unread: Unread | null;
	/** Entries handed to it so far, and how that went on lately. */
	departed: number | null;
	departures: Course;
	news: News | null;
};

/** A count of entries, and all that it depends on. */
export type Counted = { readonly of: string; readonly lag: Amount };

/** The oldest message that is held, as it was when `of` was the case. */
export type Held = {
	readonly of: string;
	readonly askedMs: number;
	readonly id: string;
	readonly sinceMs: number | null;
	readonly deliveries: number | null;
};

/** `past` is what is still known of a stream of this name. */
export function newMemory(
	name: string,
	past: StreamPast = neverSeen,
): StreamMemory {
	return {
		name,
		key: sentName(name),
		...{ inBytes: false, isAwaited: false, crowd: null },
		deep: past !== neverSeen,
		refused: null,
		sizedInTicks: 0,
		length: 0,
		signature: "",
		detail: null,
		...past,
		news: null,
		...{ lifetime: null, removals: [], oldestId: null, standing: null },
		groups: new Map(),
	};
}
