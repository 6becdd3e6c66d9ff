// Is every partition asked for that somebody reads, and no other?
import { expect, test } from "vitest";
import { Topics } from "../positions/topics.ts";
import { ledBy } from "./sizes.ts";

test("a leader is asked for what a group has a position in, also where that is no number of a message", () => {
	const topics = new Topics();
	const leaders = Int32Array.of(1, 1, 2, 1);
	const place = { topic: "orders", id: "a", code: 0, isInternal: false };
	topics.settle([{ ...place, leaders, epochs: leaders }]);
	const read = {
		topic: "orders",
		partitions: Int32Array.of(0, 1, 2, 3),
		positions: Float64Array.of(7, -2, -2, Number.NaN),
	};
	const [topic] = topics.want([{ group: "g", code: 0, topics: [read] }]).topics;
	if (!topic) throw new Error("The topic is not wanted");
	expect(ledBy(1, topic)).toEqual([{ name: "orders", partitions: [0, 1] }]);
	expect(ledBy(2, topic)).toEqual([{ name: "orders", partitions: [2] }]);
});
