// What do the server's flat replies say? Each is read once, here; whatever is missing or inexact is null.
import { shownName, shownText } from "../connection/name.ts";

export type GroupReply = {
	readonly name: string;
	readonly consumers: number | null;
	readonly holding: number | null;
	/** The last id delivered to it. */
	readonly position: string;
	readonly entriesRead: number | null;
	readonly lag: number | null;
};

export type StreamReply = {
	readonly length: number;
	readonly lastMade: string;
	readonly first: string | null;
	readonly last: string | null;
	/** The newest entry that was ever deleted by its id. */
	readonly lastDeleted: string | null;
	/** Entries ever added; unknown before 7.0. */
	readonly added: number | null;
	readonly groups: number | null;
};

export type ConsumerReply = {
	readonly name: string;
	readonly holding: number | null;
	readonly idleMs: number | null;
	/** Since it was last given something; unknown before 7.2, and while it was not. */
	readonly inactiveMs: number | null;
};

export type HeldReply = {
	readonly id: string;
	readonly idleMs: number | null;
	readonly deliveries: number | null;
};

export function groupsOf(reply: unknown): GroupReply[] {
	return listOf(reply).map((item) => {
		const fields = fieldsOf(item);
		return {
			name: nameOf(fields.get("name")),
			consumers: countOf(fields.get("consumers")),
			holding: countOf(fields.get("pending")),
			position: textOf(fields.get("last-delivered-id")) || "0-0",
			entriesRead: countOf(fields.get("entries-read")),
			lag: countOf(fields.get("lag")),
		};
	});
}

export function streamOf(reply: unknown): StreamReply {
	const fields = fieldsOf(reply);
	return {
		length: countOf(fields.get("length")) ?? 0,
		lastMade: textOf(fields.get("last-generated-id")) || "0-0",
		first: entryIdOf(fields.get("first-entry")),
		last: entryIdOf(fields.get("last-entry")),
		lastDeleted: textOf(fields.get("max-deleted-entry-id")) || null,
		added: countOf(fields.get("entries-added")),
		groups: countOf(fields.get("groups")),
	};
}

export function consumersOf(reply: unknown): ConsumerReply[] {
	return listOf(reply).map((item) => {
		const fields = fieldsOf(item);
		return {
			name: nameOf(fields.get("name")),
			holding: countOf(fields.get("pending")),
			idleMs: countOf(fields.get("idle")),
			inactiveMs: countOf(fields.get("inactive")),
		};
	});
}

/** The first row of XPENDING's long form; null when nothing is held. */
export function heldOf(reply: unknown): HeldReply | null {
	const row = listOf(listOf(reply)[0]);
	if (row.length < 4) return null;
	return {
		id: textOf(row[0]),
		idleMs: countOf(row[2]),
		deliveries: countOf(row[3]),
	};
}

/** Exact or nothing: beyond 2^53 a number is no longer the one that was sent. */
export function countOf(value: unknown): number | null {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
		? value
		: null;
}

/** Text in which a name's bytes were lost shows this mark; the reply must then be asked for in bytes. */
export const hasLostBytes = (
	named: readonly { readonly name: string }[],
): boolean => named.some(({ name }) => name.includes("\ufffd"));

/** While it stays the same, nothing that was asked about them has changed. */
export const signatureOf = (
	groups: readonly GroupReply[],
	length: number,
): string =>
	groups.reduce(
		(text, { position, entriesRead, lag }) =>
			`${text}|${position} ${entriesRead} ${lag}`,
		String(length),
	);

export const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? value : [];

function fieldsOf(reply: unknown): Map<string, unknown> {
	const flat = listOf(reply);
	const fields = new Map<string, unknown>();
	for (let i = 0; i + 1 < flat.length; i += 2)
		fields.set(textOf(flat[i]), flat[i + 1]);
	return fields;
}

function entryIdOf(entry: unknown): string | null {
	return textOf(listOf(entry)[0]) || null;
}

export function nameOf(value: unknown): string {
	return Buffer.isBuffer(value) ? shownName(value) : shownText(textOf(value));
}

export function textOf(value: unknown): string {
	if (typeof value === "string") return value;
	return Buffer.isBuffer(value) ? value.toString() : "";
}
