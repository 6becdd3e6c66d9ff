// What does every system promise about a look?
import { expect, test } from "vitest";
import { of, open, type Stage, unique, watching } from "./contract-stage.ts";

export function lookingPromises(stage: Stage): void {
	const { appears } = watching(stage);

	test("a look comes in pages, each no longer than asked for", async () => {
		const [channel, group] = [unique("look"), unique("group")];
		await stage.group(channel, group, 5);
		await stage.write(channel, 1);
		const connection = open(stage);
		await appears(connection, channel, group);
		const seen: (string | number)[] = [];
		for (const [offset, lines] of [
			[0, 2],
			[2, 2],
			[4, 1],
			[99, 0],
		] as const) {
			const look = await connection.look(of(stage, channel, group), {
				part: stage.part,
				sort: "partition",
				offset,
				limit: 2,
			});
			expect(look).toMatchObject({ part: stage.part, total: 5, offset });
			const names = [
				...look.members.map((line) => line.name),
				...look.partitions.map((line) => line.partition),
			];
			expect(names).toHaveLength(lines);
			seen.push(...names);
		}
		expect(new Set(seen).size).toBe(5);
	});

	test("a look at what is not there says so", async () => {
		const [channel, group] = [unique("look"), unique("group")];
		await stage.group(channel, group, 1);
		const connection = open(stage);
		const page = {
			part: stage.part,
			sort: "lag",
			offset: 0,
			limit: 10,
		} as const;
		for (const missing of [
			of(stage, channel, unique("nobody")),
			of(stage, unique("nowhere"), group),
		])
			await expect(connection.look(missing, page)).rejects.toMatchObject({
				name: "Problem",
				code: "not found",
			});
	});
}
