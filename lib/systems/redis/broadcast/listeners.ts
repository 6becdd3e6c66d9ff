// Which connections listen, and how much waits for each? From the server's list, in which only a flag tells them.
import { fieldIn } from "../connection/client-line.ts";

export type Listener = {
	readonly id: number;
	readonly address: string;
	/** Empty where the application gave none. */
	readonly name: string;
	readonly ageMs: number;
	/** Since it last took or sent anything. */
	readonly idleMs: number;
	readonly channels: number;
	readonly patterns: number;
	readonly shards: number;
	/** Blocks that wait for it, and how much memory they take; false for large messages on some versions. */
	readonly waiting: number;
	readonly bytes: number;
	/** Ever sent to it; null where the server does not count that. */
	readonly sent: number | null;
};

/** By the flag, because a listener of the newer protocol may have done something else last. */
export function listenersIn(text: string): Listener[] {
	const listeners: Listener[] = [];
	for (const line of text.split("\n")) {
		if (!fieldIn(line, "flags").includes("P")) continue;
		const count = (field: string) => Number(fieldIn(line, field) || 0);
		const sent = fieldIn(line, "tot-net-out");
		listeners.push({
			id: count("id"),
			address: fieldIn(line, "addr"),
			name: fieldIn(line, "name"),
			ageMs: 1000 * count("age"),
			idleMs: 1000 * count("idle"),
			channels: count("sub"),
			patterns: count("psub"),
			shards: count("ssub"),
			waiting: count("oll"),
			bytes: count("omem"),
			sent: sent === "" ? null : Number(sent),
		});
	}
	return listeners;
}
