// What is asked about members? Within each tick the list of connections and some groups' members, as often as the plan says.
import { ask, type Command } from "../connection/ask.ts";
import type { ClientLists } from "../connection/client-list.ts";
import { msOf } from "../connection/identity.ts";
import { sentName } from "../connection/name.ts";
import type { Moment } from "../part.ts";
import type { GroupNow } from "../streams/further.ts";
import type { Heard } from "../streams/hear.ts";
import { consumersOf, hasLostBytes } from "../streams/replies.ts";
import { clientsOf } from "./clients.ts";
import type { MembersConfigured } from "./configured.ts";
import { dueOf } from "./due.ts";
import { type Item, openRoll } from "./roll.ts";

export type MembersWatch = ReturnType<typeof watchMembers>;

export function watchMembers(
	configured: MembersConfigured,
	database: number,
	lists: ClientLists,
) {
	const roll = openRoll(configured, database);

	return {
		told: roll.told,
		seen: roll.seen,
		async tick(
			moment: Moment,
			heard: readonly Heard[],
			groups: readonly (readonly GroupNow[])[],
		): Promise<void> {
			const { client, secret, server } = moment;
			const { nowMs, runId } = server;
			const idleMeans = server.version?.idleMeans ?? null;
			const items = roll.note(heard, groups, { nowMs, runId, idleMeans });
			const list = await lists.inTick(moment);
			const due = dueOf(items, nowMs);
			if (list === null && due.length === 0) return;
			// Idle times count from the moment of their reply.
			const clock: Command[] = due.length > 0 ? [["time"]] : [];
			const commands = [...due.map(commandOf), ...clock];
			const answers = await ask(client, secret, commands);
			const atMs = (due.length > 0 ? msOf(answers.at(-1)) : null) ?? nowMs;
			if (list !== null)
				roll.hearClients(
					list.text === null ? null : clientsOf(list.text),
					nowMs,
				);
			due.forEach((item, i) => {
				const answer = answers[i];
				if (!answer || answer.error) return;
				const consumers = consumersOf(answer.reply);
				if (!item.group.inBytes && hasLostBytes(consumers))
					item.group.inBytes = true;
				else roll.hearConsumers(item, consumers, atMs);
			});
			roll.judge(list === null ? due : items, list !== null);
		},
	};
}

function commandOf({ key, name, group }: Item): Command {
	const command = group.inBytes ? "xinfoBuffer" : "xinfo";
	return [command, "CONSUMERS", key, sentName(name)];
}
