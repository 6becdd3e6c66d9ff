// Which streams are read in the benchmark? A thousand, three groups on each, all their members registered, and all of it read: some is still held.
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
				commands.push(readsBy(key, group, member, 1));
			// What the last of them read is acknowledged at once.
			commands.push([
				...readsBy(key, group, membersEach - 1, entriesEach).toSpliced(
					-3,
					0,
					"noack",
				),
			]);
		}
		await client.pipeline(commands).exec();
	}
}

const readsBy = (key: string, group: string, member: number, count: number) => [
	...["xreadgroup", "group", group, `member-${member}`],
	...["count", count, "streams", key, ">"],
];

/** Every stream grows by one entry, so that every row of ours has a new lag. */
export async function write(client: Redis): Promise<void> {
	const commands = everyOne(streamCount).map((stream) => [
		...["xadd", streamName(stream), "*", "message", "x"],
	]);
	await client.pipeline(commands).exec();
}
