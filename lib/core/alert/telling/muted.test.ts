// Is it among what was muted? One row a pair of a filter and something that fires.
import { expect, test } from "vitest";
import { exactly } from "../../amount.ts";
import type { Row } from "../../board.ts";
import { parseFilter } from "../../filter/filter.ts";
import type { AlertTarget } from "../alert.ts";
import { rowOf, targetOf } from "../for-tests.ts";
import { mutingOf } from "./muted.ts";

const row = rowOf("orders", { lag: exactly(50), verdict: "stalled" });
const subscription = targetOf("orders");
const broker: AlertTarget = { is: "broker", broker: "eu", system: "some" };
const outlet: AlertTarget = { is: "outlet", outlet: "chat" };
const store: AlertTarget = { is: "store" };

function isMuted(text: string, target: AlertTarget, of: Row | null = row) {
	const parsed = parseFilter(text);
	return "filter" in parsed && mutingOf(parsed.filter)(target, of);
}

test.each([
	["group:billing", true],
	["group:bill*", true],
	["billing", true],
	["group:shipping", false],
	["lag:>10", true],
	["lag:>100", false],
	["-lag:>100", true],
	["verdict:stalled", true],
	["broker:eu lag:>10", true],
	["", true],
])("a subscription on the board, by %s", (text, is) => {
	expect(isMuted(text, subscription)).toBe(is);
});

test.each([
	["group:billing", subscription, true],
	["channel:orders broker:eu", subscription, true],
	["-group:shipping", subscription, true],
	["lag:>10", subscription, false],
	["-lag:>10", subscription, false],
	["lag:unknown", subscription, false],
	["verdict:stalled", subscription, false],
	["broker:eu", broker, true],
	["eu", broker, true],
	["us", broker, false],
	["-broker:us", broker, true],
	["broker:eu group:billing", broker, false],
	["-group:billing", broker, false],
	["holding:<5", broker, false],
	["chat", outlet, false],
	["-broker:eu", outlet, false],
	["broker:*", store, false],
	["", store, true],
	["", outlet, true],
] as const)("what has no row, by %s", (text, target, is) => {
	expect(isMuted(text, target, null)).toBe(is);
});
