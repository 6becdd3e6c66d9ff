// Is a group told from an empty one while anybody is in it, or may work there unseen?
import { expect, test } from "vitest";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import { Link } from "../connection/link.ts";
import type { Rest } from "../times/moves.ts";
import type { GroupNow } from "./group-now.ts";
import { hiddenIn, notIdle } from "./idle.ts";

const link = new Link("nowhere", 1, {});
const hourMs = 3_600_000;

function groupIn(
	state: string,
	described: { readonly state: string; readonly members: number } | null,
	more: Partial<GroupNow> = {},
): GroupNow {
	const member = {
		...{ id: "m", instanceId: null, clientId: "c", host: "h" },
		...{ isAway: false, mayBeDead: false, partitionsOf: () => null },
	};
	return {
		...{ cluster: "c", link, topics: new Map(), unstable: 0, atMs: hourMs },
		listed: { group: "g", type: "classic", state, protocol: "" },
		described: described && {
			...{ group: "g", code: 0, state: described.state, assignor: null },
			members: Array(described.members).fill(member),
		},
		...more,
	};
}

const nobody = { state: "Empty", members: 0 };
const rows: readonly (readonly [string, GroupNow, RefusalCode | null])[] = [
	["nobody is in it", groupIn("Empty", nobody), null],
	[
		"its members are asked for in a way not spoken",
		groupIn("Empty", null),
		null,
	],
	[
		"members are at work",
		groupIn("Stable", { state: "Stable", members: 2 }),
		"has members",
	],
	[
		"somebody came between two answers",
		groupIn("Empty", { state: "Stable", members: 1 }),
		"has members",
	],
	[
		"members share out their partitions",
		groupIn("PreparingRebalance", { state: "Stable", members: 1 }),
		"regroups",
	],
	[
		"a newer one settles",
		groupIn("Reconciling", { state: "Reconciling", members: 1 }),
		"has members",
	],
	["nobody is told of it any more", groupIn("Assigning", null), "regroups"],
	[
		"it becomes of another kind",
		groupIn("Empty", { state: "Dead", members: 0 }),
		"regroups",
	],
	[
		"a transaction writes its positions",
		groupIn("Empty", nobody, { unstable: 2 }),
		"transaction open",
	],
];

test.each(rows)("%s", (_, now, code) => {
	expect(notIdle(now)?.code ?? null).toBe(code);
});

const minutesAgo = (minutes: number) => hourMs - minutes * 60_000;
const rest = (since: number, moved: number | null): Rest => ({
	sinceMs: minutesAgo(since),
	movedMs: moved === null ? null : minutesAgo(moved),
});
const unseen = { code: "program unseen", values: { movedMs: null } };
const hidden: readonly (readonly [string, Rest | null, unknown, unknown[]])[] =
	[
		["nobody has looked", null, null, [unseen]],
		["it was looked at for a while only", rest(59, null), null, [unseen]],
		["it rested for an hour", rest(60, null), null, []],
		[
			"a position moved a moment ago",
			rest(60, 9),
			{ code: "program at work", values: { movedMs: 9 * 60_000 } },
			[],
		],
		[
			"one moved within the hour",
			rest(60, 10),
			null,
			[{ code: "program unseen", values: { movedMs: 10 * 60_000 } }],
		],
		["one moved before that", rest(200, 61), null, []],
	];

test.each(hidden)(
	"where nobody ever joined: %s",
	(_, it, refusal, warnings) => {
		const now = groupIn("Empty", nobody);
		expect(hiddenIn(now, it)).toEqual({ refusal, warnings });
	},
);

test("where somebody was a member nobody hides", () => {
	const listed = { group: "g", state: "Empty", protocol: "consumer" };
	for (const type of ["classic", "consumer", "share", "streams"]) {
		const now = groupIn("Empty", nobody, { listed: { ...listed, type } });
		expect(hiddenIn(now, rest(1, 0))).toEqual({ refusal: null, warnings: [] });
	}
});
