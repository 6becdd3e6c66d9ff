// What goes on at the brokers for an hour? Every stream gets a message every ten seconds and is read; of fifty groups one rests for a while, and catches up.
import { Redis } from "ioredis";
import { randomFrom } from "#world/random.ts";
import { type Turns, takeTurns } from "../../e2e/long/turns.ts";

export const groupsEach = 3;
const membersEach = 3;
const slices = 10;
const keptEach = 500;
const restingShare = 0.001;
const restTurns = 180;
const chunk = 500;
const firstId = "1-1";

const count = (n: number) => Array.from({ length: n }, (_, i) => i);
const streamName = (n: number) =>
	`orders${Math.floor(n / 32)}:stream:${n % 32}`;
const groupName = (n: number) => `group-${n}`;

/**
 * Streams with their groups, each with one message that nobody read. From when it is called what is answered, one turn a
 * second: whoever waited for a minute before that has all that is ever remembered of it.
 */
export async function streamWork(
	address: string,
	streams: number,
	seed: number,
): Promise<() => Turns> {
	const client = new Redis(address);
	client.on("error", () => {});
	const random = randomFrom(seed);
	for (let from = 0; from < streams; from += chunk) {
		const commands: (string | number)[][] = [];
		for (const n of count(Math.min(chunk, streams - from))) {
			const key = streamName(from + n);
			for (const group of count(groupsEach).map(groupName)) {
				commands.push(["xgroup", "create", key, group, "$", "mkstream"]);
				for (const member of count(membersEach))
					commands.push([
						...["xgroup", "createconsumer", key, group, `member-${member}`],
					]);
			}
			commands.push(["xadd", key, firstId, "message", "x"]);
		}
		await client.pipeline(commands).exec();
	}
	/** Until which turn it rests. */
	const resting = new Map<string, number>();

	function reading(key: string, id: string, turn: number) {
		const commands: (string | number)[][] = [];
		for (const group of count(groupsEach).map(groupName)) {
			const place = `${key} ${group}`;
			const until = resting.get(place);
			if (until === undefined && random() < restingShare)
				resting.set(place, turn + restTurns);
			else if (until === undefined)
				commands.push(
					["xreadgroup", "group", group, `member-${turn % membersEach}`]
						.concat(["count", "2", "streams", key, ">"])
						.map(String),
					["xack", key, group, firstId, id],
				);
			else if (until <= turn) {
				resting.delete(place);
				commands.push([
					...["xreadgroup", "group", group, "member-0", "count", keptEach],
					...["noack", "streams", key, ">"],
				]);
			}
		}
		return commands;
	}

	const work = {
		everyMs: 1000,
		async turn(n: number) {
			const commands: (string | number)[][] = [];
			for (let at = n % slices; at < streams; at += slices) {
				const key = streamName(at);
				const id = `${Date.now()}-${n}`;
				commands.push(
					["xadd", key, "maxlen", "~", keptEach, id, "message", "x"],
					...reading(key, id, n),
				);
			}
			await client.pipeline(commands).exec();
			return commands.length;
		},
		end: async () => client.disconnect(),
	};
	return () => takeTurns(work);
}
