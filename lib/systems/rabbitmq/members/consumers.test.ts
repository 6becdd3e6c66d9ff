// Are consumers told apart, whatever they call themselves, and is it known what each may hold?
import { expect, test } from "vitest";
import { consumersIn } from "./consumers.ts";

const consumer = (tag: string, number: number, more = {}) => ({
	...{ consumer_tag: tag, ack_required: true, prefetch_count: 5 },
	channel_details: {
		...{ name: `a -> b (${number})`, connection_name: "a -> b" },
		...{ peer_host: "10.0.0.7", peer_port: 4711 },
	},
	...more,
});
const namesOf = (...details: unknown[]) =>
	consumersIn({ consumer_details: details }).map(({ name }) => name);

test("names stand in their order, with the channel behind those that are alike", () => {
	expect(namesOf(consumer("b", 3), consumer("c", 1), consumer("b", 2))).toEqual(
		["b, a -> b (2)", "b, a -> b (3)", "c"],
	);
});

test.each([
	["one that may hold five", {}, { prefetch: 5, answers: true }],
	["one without a bound", { prefetch_count: 0 }, { prefetch: null }],
	[
		"one that need not answer",
		{ ack_required: false },
		{ prefetch: null, answers: false },
	],
	["one that waits for another to go", { active: false }, { isActive: false }],
	[
		"one whose node seems gone",
		{ activity_status: "suspected_down" },
		{ isReached: false },
	],
	["where it is", {}, { from: "10.0.0.7:4711", connection: "a -> b" }],
	[
		"one whose channel just closed",
		{ channel_details: [] },
		{ from: null, channel: "" },
	],
])("%s", (_, more, expected) => {
	const all = consumersIn({ consumer_details: [consumer("a", 1, more)] });
	expect(all).toMatchObject([expected]);
});

test.each([null, {}, { consumer_details: "none" }])("nobody in %j", (page) => {
	expect(consumersIn(page)).toEqual([]);
});
