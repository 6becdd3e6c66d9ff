// On a quiet cluster, are positions, ends and lags those that Kafka's own tool reports?
import { describe, expect, onTestFinished, test } from "vitest";
import { kafkaVersions } from "#world/kafka-jars.mjs";
import { unique } from "../for-tests/cluster.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";

describe.each(kafkaVersions)("Kafka %s", (version) => {
	const own = ownKafka({}, version);

	test("every position, end and lag is the one that Kafka's own tool prints", async () => {
		const groups = [unique("group"), unique("group")];
		const positions = [
			[0, 1, 2, 3],
			[3, 0, 5, 1],
		];
		for (const [i, group] of groups.entries())
			for (const count of [40, 90]) {
				const topic = await own.cluster.topicWith(0, { numPartitions: 4 });
				const producer = own.cluster.client.producer();
				await producer.connect();
				for (const partition of [0, 1, 2, 3]) {
					const messages = Array.from({ length: count + partition }, () => ({
						partition,
						value: "x",
					}));
					await producer.send({ topic, messages });
				}
				await producer.disconnect();
				await commit(own.port, group, topic, positions[i] ?? []);
			}
		const connection = own.connect();
		onTestFinished(() => connection.close());
		const { readings } = await connection.read();
		for (const group of groups) {
			const ours = readings
				.filter((reading) => reading.group === group)
				.flatMap(({ channel, columns, lag }) => {
					const rows = Array.from(columns?.partitions ?? [], (partition, i) => {
						const position = columns?.positions[i] ?? Number.NaN;
						const end = columns?.ends[i] ?? Number.NaN;
						return {
							topic: channel,
							partition,
							position,
							end,
							lag: end - position,
						};
					});
					const sum = rows.reduce((all, row) => all + row.lag, 0);
					expect(lag).toEqual({ n: sum, bound: "exact" });
					return rows;
				});
			expect(ours).toHaveLength(8);
			const table = await own.cluster.toolTable(group);
			const text = (rows: readonly object[]) =>
				rows.map((row) => Object.values(row).join(" ")).sort();
			expect(text(ours)).toEqual(text(table));
		}
	});
});
