// What is asked about members? Within each tick a list of connections and of some groups' members, as often as the plan says.
import type { Redis } from "ioredis";
import { ask, type Command } from "../connection/ask.ts";
import { msOf, type Server } from "../connection/identity.ts";
import { sentName } from "../connection/name.ts";
import type { GroupNow } from "../streams/further.ts";
import type { Heard } from "../streams/hear.ts";
import { consumersOf, hasLostBytes } from "../streams/replies.ts";
import { clientsOf } from "./clients.ts";
import type { MembersConfigured } from "./configured.ts";
import { dueOf, listsEveryMs } from "./due.ts";
import { type Item, openRoll } from "./roll.ts";

export type MembersWatch = ReturnType<typeof watchMembers>;

const listClients: Command = ["client", "list"];
/** A connection that may not list is asked again, because rights are given without our knowing. */
const deniedForMs = 60_000;

export function watchMembers(configured: MembersConfigured, database: number) {
	const roll = openRoll(configured, database);
	let listedMs: number | null = null;
	let isDenied = false;

	function isListDue(nowMs: number): boolean {
		if (listedMs === null) return true;
		const count = roll.connected()?.count ?? 0;
		const everyMs = isDenied
			? deniedForMs
			: listsEveryMs(roll.shortestMs, count);
		return Math.abs(nowMs - listedMs) >= everyMs;
	}

	function hearList(reply: unknown, error: Error | null, nowMs: number) {
		listedMs = nowMs;
		isDenied = error !== null;
		// A list without even ourselves is no list.
		const isList = typeof reply === "string" && reply.trim() !== "";
		roll.hearClients(isList ? clientsOf(reply) : null, nowMs);
	}

	return {
		told: roll.told,
		seen: roll.seen,
		async tick(
			client: Redis,
			secret: string,
			server: Server,
			heard: readonly Heard[],
			groups: readonly (readonly GroupNow[])[],
		): Promise<void> {
			const { nowMs, runId } = server;
			const idleMeans = server.version?.idleMeans ?? null;
			const items = roll.note(heard, groups, { nowMs, runId, idleMeans });
			const lists = isListDue(nowMs) ? [listClients] : [];
			const due = dueOf(items, nowMs);
			if (lists.length + due.length === 0) return;
			// Idle times count from the moment of their reply.
			const clock: Command[] = due.length > 0 ? [["time"]] : [];
			const commands = [...lists, ...due.map(commandOf), ...clock];
			const answers = await ask(client, secret, commands);
			const atMs = (due.length > 0 ? msOf(answers.at(-1)) : null) ?? nowMs;
			const list = lists.length > 0 ? answers.shift() : undefined;
			if (list) hearList(list.reply, list.error, nowMs);
			due.forEach((item, i) => {
				const answer = answers[i];
				if (!answer || answer.error) return;
				const consumers = consumersOf(answer.reply);
				if (!item.group.inBytes && hasLostBytes(consumers))
					item.group.inBytes = true;
				else roll.hearConsumers(item, consumers, atMs);
			});
			roll.judge(list ? items : due, list !== undefined);
		},
	};
}

function commandOf({ key, name, group }: Item): Command {
	const command = group.inBytes ? "xinfoBuffer" : "xinfo";
	return [command, "CONSUMERS", key, sentName(name)];
}
