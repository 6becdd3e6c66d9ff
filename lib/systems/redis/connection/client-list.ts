// Who is connected? One list for all who need it, asked no more often than the plan says.
import type { Moment } from "../part.ts";
import { ask, type Command } from "./ask.ts";

export type ClientList = {
	/** One line a connection; null where it may not be asked. */
	readonly text: string | null;
	/** By the server's clock. */
	readonly atMs: number;
};

export type ClientLists = ReturnType<typeof openClientLists>;

const listClients: Command = ["client", "list"];
/** A connection that may not list is asked again, because rights are given without our knowing. */
const deniedForMs = 60_000;
const usuallyMs = 15_000;
const seldomMs = 60_000;
const manyClients = 2_000;

/** More often only where so short a patience is configured. */
export const listsEveryMs = (patienceMs: number, clients: number): number =>
	clients > manyClients
		? seldomMs
		: Math.min(usuallyMs, Math.max(1000, patienceMs / 20));

export function openClientLists(shortestMs: number) {
	let last: ClientList | null = null;
	let count = 0;
	let heardIn: number | null = null;

	function isDue(nowMs: number): boolean {
		if (last === null) return true;
		const everyMs =
			last.text === null ? deniedForMs : listsEveryMs(shortestMs, count);
		return Math.abs(nowMs - last.atMs) >= everyMs;
	}

	return {
		/** The list of this tick, whoever asks first; null where none is due in it. */
		async inTick({
			client,
			secret,
			server,
			number,
		}: Moment): Promise<ClientList | null> {
			if (heardIn === number) return last;
			if (!isDue(server.nowMs)) return null;
			const [answer] = await ask(client, secret, [listClients]);
			const text = answer?.reply;
			// A list without even ourselves is no list.
			const isList = typeof text === "string" && text.trim() !== "";
			last = { text: isList ? text : null, atMs: server.nowMs };
			count = isList ? text.trimEnd().split("\n").length : 0;
			heardIn = number;
			return last;
		},
	};
}
