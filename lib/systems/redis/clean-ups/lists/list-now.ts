// What is there before a list is cleaned up, and again before it is done? Which server, who is connected, and how long the lists are.
import { exactly } from "#lib/core/amount.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Counts } from "../../../figures.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { msOf } from "../../connection/identity.ts";
import { sentName } from "../../connection/name.ts";
import { fieldOf } from "../../connection/version.ts";
import { countIn, type List } from "../../lists/layout.ts";
import { clientsOf } from "../../members/clients.ts";
import type { Spot } from "../cleaner.ts";
import type { Seen } from "./seen.ts";

export type Place = Spot & {
	/** What the ticks remember of it. */
	readonly list: List;
};

export type ListNow = {
	/** Of the server that answered; another one has another. */
	readonly runId: string;
	/** The server's time, before anything else was asked. */
	readonly atMs: number;
	/** Names of those who are connected; null where nobody may know. */
	readonly connected: ReadonlySet<string> | null;
	/** Whoever takes messages here has only ever used commands that take at the right and put at the left. */
	readonly isByRpoplpush: boolean;
};

export async function listNow({ client, secret }: Spot): Promise<ListNow> {
	const [time, server, stats, list] = await ask(client, secret, [
		...([["time"], ["info", "server"]] as const),
		...([["info", "commandstats"]] as const),
		["client", "list"],
	]);
	const text = typeof server?.reply === "string" ? server.reply : "";
	const runId = fieldOf(text, "run_id");
	const atMs = time ? msOf(time) : null;
	if (runId === null || atMs === null)
		throw new Error("a server that does not say who it is");
	const used = typeof stats?.reply === "string" ? stats.reply : "";
	return {
		...{ runId, atMs },
		connected:
			typeof list?.reply === "string"
				? new Set(clientsOf(list.reply).map(({ name }) => name))
				: null,
		isByRpoplpush:
			/^cmdstat_b?rpoplpush:/m.test(used) && !/^cmdstat_b?lmove:/m.test(used),
	};
}

/** A worker's connection bears its name, alone or with that of its list. */
export function connectedAs(
	{ connected }: ListNow,
	channel: string,
	worker: string | null,
): boolean {
	if (worker === null || connected === null) return false;
	return [worker, `${channel}:${worker}`, `tm:${channel}:${worker}`].some(
		(name) => connected.has(name),
	);
}

/** Null where it may not be asked, or is no list. */
export async function lengthsOf(
	{ client, secret }: Spot,
	lists: readonly string[],
): Promise<readonly (number | null)[]> {
	const answers = await ask(
		client,
		secret,
		lists.map((it): Command => ["llen", sentName(it)]),
	);
	return answers.map(countIn);
}

/** As they are now; what was before is the plan's to say. */
export async function countsOf(
	place: Place,
	{ counted }: Pick<Seen, "counted">,
): Promise<Counts> {
	const { progress, aside } = counted;
	const lists = [place.subscription.channel, ...progress];
	const [waiting = null, ...held] = await lengthsOf(place, [
		...lists,
		...(aside === null ? [] : [aside]),
	]);
	const put = aside === null ? null : (held.pop() ?? null);
	const all = held.every((it) => it !== null);
	const sum = held.reduce<number>((a, b) => a + (b ?? 0), 0);
	const amountOf = (n: number | null) => (n === null ? null : exactly(n));
	return {
		waiting: amountOf(waiting),
		...(progress.length > 0 && { "in progress": amountOf(all ? sum : null) }),
		...(aside !== null && { "put aside": amountOf(put) }),
	};
}

export function placeAt(spot: Spot, list: List | undefined): Place {
	if (list === undefined) throw new Problem("not found", "subscription gone");
	return { ...spot, list };
}
