// Does a message that is held still exist, how large is it, and what does it say? A few at a time, until enough bytes came.
import {
	type Contents,
	type Cut,
	contentsMax,
	type PendingLine,
} from "#lib/core/pending.ts";
import { shownName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";
import type { Held } from "./held.ts";

export type Message = Pick<PendingLine, "kept" | "bytes" | "contents">;

const unknown: Message = { kept: null, bytes: null, contents: null };
const gone: Message = { kept: false, bytes: null, contents: null };

/** No command tells the size of a message without sending it, so that no more are asked for once this much came. */
const bytesMax = 1_000_000;
const firstAtOnce = 4;
const mostAtOnce = 64;

export async function messagesOf(
	held: Pick<Held, "messages">,
	ids: readonly string[],
	contents: boolean,
): Promise<readonly Message[]> {
	const messages: Message[] = [];
	let bytes = 0;
	let atOnce = firstAtOnce;
	while (messages.length < ids.length && bytes < bytesMax) {
		const some = ids.slice(messages.length, messages.length + atOnce);
		for (const { error, reply } of await held.messages(some)) {
			if (error !== null && contents) throw error;
			const message = error === null ? messageIn(reply, contents) : unknown;
			bytes += message.bytes ?? 0;
			messages.push(message);
		}
		atOnce = Math.min(atOnce * 2, mostAtOnce);
	}
	return ids.map((_, i) => messages[i] ?? unknown);
}

function messageIn(reply: unknown, contents: boolean): Message {
	const entry = listOf(listOf(reply)[0]);
	if (entry.length === 0) return gone;
	const parts = listOf(entry[1]).filter((part) => Buffer.isBuffer(part));
	const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
	return { kept: true, bytes, contents: contents ? contentsOf(parts) : null };
}

function contentsOf(parts: readonly Buffer[]): Contents {
	const { fields: fieldsMax, nameBytes, valueBytes } = contentsMax;
	const fields: { name: Cut; value: Cut }[] = [];
	const total = Math.ceil(parts.length / 2);
	for (let i = 0; i < Math.min(total, fieldsMax); i++) {
		const [name, value] = parts.slice(2 * i, 2 * i + 2);
		fields.push({ name: cut(name, nameBytes), value: cut(value, valueBytes) });
	}
	return { fields, fieldsLeftOut: total - fields.length };
}

/** Never in the middle of a character, which would make all of it look like bytes. */
export function cut(bytes: Buffer | undefined, most: number): Cut {
	if (bytes === undefined) return { text: "", bytesLeftOut: 0 };
	let end = Math.min(bytes.byteLength, most);
	const isInside = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
	if (end < bytes.byteLength)
		for (let back = 0; back < 3 && isInside(end); back++) end--;
	return {
		text: shownName(bytes.subarray(0, end)),
		bytesLeftOut: bytes.byteLength - end,
	};
}
