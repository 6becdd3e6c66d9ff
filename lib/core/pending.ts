// What does a group hold, entry by entry? Which of it somebody asks for, and what each entry looks like.

/** Narrows what is held; every condition has to be met. */
export type PendingWish = {
	/** Held by this member; null for all of them. */
	readonly member: string | null;
	readonly deliveriesMin: number;
	readonly idleMinMs: number;
	/** What the page before gave as `next`; null begins with the oldest message. */
	readonly after: string | null;
	/** This one entry and no other. */
	readonly entry: string | null;
	/** What the messages say: for whoever asks and may see it. */
	readonly contents: boolean;
	/** A survey that counts each entry, for as long as somebody asks, where a sample would be quick. */
	readonly whole: boolean;
};

export const anyPending: PendingWish = {
	...{ member: null, deliveriesMin: 1, idleMinMs: 0, after: null },
	...{ entry: null, contents: false, whole: false },
};

export type PendingLine = {
	readonly id: string;
	readonly member: string;
	/** Since it was delivered last. */
	readonly idleMs: number | null;
	readonly deliveries: number | null;
	readonly writtenMs: number | null;
	/** False where the message itself is gone, and only the claim on it is left. */
	readonly kept: boolean | null;
	/** Of the message, names of fields and values. */
	readonly bytes: number | null;
	/** Null where nobody asked for it, or there is nothing any more. */
	readonly contents: Contents | null;
};

/** What a message says: the first of its fields, each cut to what a screen can show. */
export type Contents = {
	readonly fields: readonly { readonly name: Cut; readonly value: Cut }[];
	readonly fieldsLeftOut: number;
};

export type Cut = { readonly text: string; readonly bytesLeftOut: number };

export type PendingPage = {
	readonly entries: readonly PendingLine[];
	/** Where the next page begins; null at the end of what is held. */
	readonly next: string | null;
	/** How many were passed to find these. */
	readonly passed: number;
};

/** An answer with contents is bounded, however large the messages are. */
export const contentsMax = {
	...{ entries: 20, fields: 50, nameBytes: 200, valueBytes: 4_000 },
} as const;

const idLengthMax = 200;
const nameLengthMax = 65_536;

const isText = (it: unknown, lengthMax: number): boolean =>
	it === null || (typeof it === "string" && it.length <= lengthMax);
const isCount = (it: unknown, least: number): boolean =>
	typeof it === "number" && Number.isSafeInteger(it) && it >= least;

export function isPendingWish(it: unknown): it is PendingWish {
	if (typeof it !== "object" || it === null) return false;
	const wish: Record<string, unknown> = { ...it };
	return (
		isText(wish.member, nameLengthMax) &&
		isCount(wish.deliveriesMin, 1) &&
		isCount(wish.idleMinMs, 0) &&
		isText(wish.after, idLengthMax) &&
		isText(wish.entry, idLengthMax) &&
		typeof wish.contents === "boolean" &&
		typeof wish.whole === "boolean"
	);
}
