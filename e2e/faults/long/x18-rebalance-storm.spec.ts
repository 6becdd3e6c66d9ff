// X18: members of many groups come and go all the time. Do verdicts stay calm, is one notice enough, and does memory stay what it is?
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { eventually } from "#world/eventually.ts";
import { putAtBeginning, startStorm } from "#world/kafka-storm.ts";
import type { Board } from "../../visitor.ts";
import { noticesIn, overKafka, ticks } from "../kafka-scene.ts";
import { sized } from "../size.ts";

const groupCount = sized(30, 1_000);
const stormTicks = sized(8, 40);
const grownMaxBytes = 150 * 2 ** 20;

const memoryOf = (pid: number): number => {
	const told = readFileSync(`/proc/${pid}/status`, "utf8");
	return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(told)?.[1]);
};

test("members of many groups join and leave without end: no verdict flaps, one notice tells of all, and memory stays bounded", async () => {
	test.slow();
	await overKafka(1, async (scene) => {
		const { kafka, product, sink, witness } = scene;
		const port = kafka.world.nodes[0]?.port ?? 0;
		const channel = `storm-${randomUUID().slice(0, 8)}`;
		const groups = Array.from(
			{ length: groupCount },
			(_, i) => `${channel}-${i}`,
		);
		await kafka.world.createTopics([{ topic: channel, numPartitions: 1 }]);
		await putAtBeginning(port, groups, channel);
		const storm = await startStorm(port, groups);
		try {
			await witness.until(({ total }) => total > groupCount, 60_000);
			await kafka.fill(channel, 20);
			const told = () =>
				noticesIn(sink).filter(({ channels }) => channels.includes(channel));
			await eventually(() => told()[0], 30_000);
			// Three readings are needed before anything is said.
			await ticks(scene, 4);
			const before = memoryOf(product.collectorPid());
			const joinedBefore = storm.joined;
			const verdicts = new Map<string, string[]>();
			let most = before;
			const see = ({ rows }: Board) => {
				most = Math.max(most, memoryOf(product.collectorPid()));
				for (const { id, verdict, channel: of } of rows) {
					const said = verdicts.get(id) ?? [];
					if (of === channel && said.at(-1) !== verdict) said.push(verdict);
					verdicts.set(id, said);
				}
			};
			await ticks(scene, stormTicks, see);
			expect(storm.joined - joinedBefore).toBeGreaterThan(groupCount);
			const flapping = [...verdicts.values()].filter((it) => it.length > 2);
			expect(flapping).toEqual([]);
			const [notice, ...more] = told();
			expect(more).toEqual([]);
			expect(notice?.says).toBe("fires");
			expect(notice?.total).toBeGreaterThanOrEqual(groupCount);
			expect(most - before).toBeLessThan(grownMaxBytes);
			expect(witness.broken).toEqual([]);
		} finally {
			await storm.end();
		}
	});
});
