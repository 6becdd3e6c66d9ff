// Is a topic forgotten only where nobody reads it, as far as anybody is told?
import { expect, test } from "vitest";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import { Link } from "../connection/link.ts";
import { notForgotten } from "./forget.ts";
import type { GroupNow, TopicNow } from "./group-now.ts";

const link = new Link("nowhere", 1, {});
const none = new Map<number, never>();
const orders: TopicNow = {
	place: {
		...{ topic: "orders", id: "1", code: 0, isInternal: false },
		...{ leaders: new Int32Array(2), epochs: new Int32Array(2) },
	},
	...{ positions: none, starts: none, ends: none },
};

function groupOf(
	state: string,
	assigned: readonly (readonly number[] | null)[],
	{ type = "consumer", unstable = 0 } = {},
): GroupNow {
	return {
		...{ cluster: "c", link, unstable, atMs: 0 },
		topics: new Map([["orders", orders]]),
		listed: { group: "g", type, state, protocol: "consumer" },
		described: {
			...{ group: "g", code: 0, state, assignor: null },
			members: assigned.map((partitions, i) => ({
				...{ id: `m-${i}`, instanceId: null, clientId: "c", host: "h" },
				...{ isAway: false, mayBeDead: false },
				partitionsOf: () => partitions,
			})),
		},
	};
}

const rows: readonly (readonly [string, GroupNow, RefusalCode | null])[] = [
	["nobody is in it", groupOf("Empty", []), null],
	["nobody who is in it reads it", groupOf("Stable", [[], []]), null],
	["one of them reads it", groupOf("Stable", [[], [1]]), "still read"],
	[
		"one of them does not tell what it reads",
		groupOf("Stable", [[], null], { type: "classic" }),
		"has members",
	],
	[
		"they share out anew",
		groupOf("PreparingRebalance", [[]], { type: "classic" }),
		"regroups",
	],
	[
		"what they read is not given out yet",
		groupOf("Reconciling", [[]]),
		"regroups",
	],
	[
		"members share all there is",
		groupOf("Stable", [[]], { type: "share" }),
		"has members",
	],
	[
		"a transaction writes a position",
		groupOf("Stable", [[]], { unstable: 1 }),
		"transaction open",
	],
];

test.each(rows)("%s", (_, now, code) => {
	const members = now.described?.members.length ?? 0;
	expect(notForgotten(now, members)?.code ?? null).toBe(code);
});

test("who came since the plan was drawn takes the way back with it", () => {
	const now = groupOf("Stable", [[]]);
	expect(notForgotten(now, 0)).toEqual({
		...{ code: "has members", values: { members: 1 } },
	});
});
