// What is remembered of a stream from one tick to the next?
import type { Amount } from "#lib/core/amount.ts";
import { sentName } from "../connection/name.ts";
import type { StreamReply } from "./replies.ts";

export type StreamMemory = {
	readonly name: string;
	readonly key: string | Buffer;
	/** The name of one of its groups is not text. */
	inBytes: boolean;
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
	groups: Map<string, GroupMemory>;
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

export function newMemory(name: string): StreamMemory {
	return {
		name,
		key: sentName(name),
		inBytes: false,
		deep: false,
		refused: null,
		sizedInTicks: 0,
		length: 0,
		signature: "",
		detail: null,
		added: null,
		groups: new Map(),
	};
}
