// Which streams are read in the benchmark? A thousand, three groups on each, and all their members registered, some holding.
import type { Redis } from "ioredis";

export const streamCount = 1_000;
export const groupsEach = 3;
export const membersEach = 21;
const entriesEach = 50;
const heldEach = 4;

export const streamName = (i: number): string => `stream:${i}`;
export const groupName = (i: number): string => `group-${i}`;

const everyOne = (count: number) => Array.from({ length: count }, (_, i) => i);

export async function makeStreams(client: Redis): Promise<void> {
	for (const stream of everyOne(streamCount)) {
		const key = streamName(stream);
		const commands: (string | number)[][] = everyOne(entriesEach).map(() => [
			...["xadd", key, "*", "message", "x".repeat(80)],
		]);
		for (const group of everyOne(groupsEach).map(groupName)) {
			commands.push(["xgroup", "create", key, group, "0"]);
			for (const member of everyOne(membersEach))
				commands.push([
					...["xgroup", "createconsumer", key, group, `member-${member}`],
				]);
			for (const member of everyOne(heldEach))
				commands.push([
					...["xreadgroup", "group", group, `member-${member}`],
					...["count", 1, "streams", key, ">"],
				]);
		}
		await client.pipeline(commands).exec();
	}
}

/** Every stream grows by one entry, so that every row of ours has a new lag. */
export async function write(client: Redis): Promise<void> {
	const commands = everyOne(streamCount).map((stream) => [
		...["xadd", streamName(stream), "*", "message", "x"],
	]);
	await client.pipeline(commands).exec();
}
