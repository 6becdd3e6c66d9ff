// Is that suggested which somebody may mean, and nothing that stands there already?
import { describe, expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import type { BrokerReply, SystemReply } from "#lib/wire/board.ts";
import { typingAt } from "./completion.ts";
import { askedFor, type Search } from "./names.ts";
import { type Known, suggestionsFor } from "./suggestions.ts";

const brokerOf = (name: string, subscriptions: number): BrokerReply => ({
	...{ name, system: "log", address: "host:1", everyMs: 5_000, heard: null },
	...{ freshness: "fresh", trouble: null, parts: [], version: null },
	subscriptions,
});

const kind = {
	...{ channel: { en: "topic", ko: "토픽" }, group: null, holds: false },
	...{ keeps: true, partitioned: true, itemised: false },
};
const system: SystemReply = {
	...{ name: "log", label: "Log", icon: "M2 2h2", example: "log://host" },
	...{ finds: { en: "topics", ko: "토픽" }, kinds: { topic: kind } },
};

const counts = {
	...{ healthy: 9, abandoned: 0, unknown: 0, slow: 4 },
	...{ stalled: 3, stopped: 0, losing: 0 },
};
const known: Known = {
	counts,
	brokers: [brokerOf("eu", 5), brokerOf("my us", 2)],
	systems: [system],
};

function suggested(
	text: string,
	found: Partial<Search> = {},
	knows: Known | null = known,
) {
	const typing = typingAt({ text, caret: text.length });
	if (typing === null) return [];
	const asked = askedFor(text, typing);
	const nothing = { names: [], starting: null, stage: "start" } as const;
	const search = asked && { asked, ...nothing, next: null, ...found };
	return suggestionsFor(text, typing, knows, search);
}

const written = (...asked: Parameters<typeof suggested>) =>
	suggested(...asked).map(({ writes }) => writes);

describe("keys", () => {
	test("all of them where nothing is typed, whether the board is known or not", () => {
		expect(written("")).toHaveLength(13);
		expect(written("", {}, null)).toHaveLength(13);
	});

	test("those that begin as it is typed, negated as it is", () => {
		expect(written("M")).toEqual(["members:", "margin:"]);
		expect(written("-gro")).toEqual(["-group:"]);
		expect(written("shipping")).toEqual([]);
	});
});

describe("values", () => {
	test("verdicts from the gravest, with how many there are where that is known", () => {
		const all = suggested("verdict:");
		expect(all.map(({ value }) => value)).toEqual([
			...["losing", "stopped", "stalled", "slow"],
			...["unknown", "abandoned", "healthy"],
		]);
		expect(all.map(({ count }) => count)).toEqual([
			...[null, null, 3, 4, null, null, 9],
		]);
	});

	test("what begins so stands before what only holds it", () => {
		expect(written("verdict:s")).toEqual([
			...["verdict:stopped", "verdict:stalled"],
			...["verdict:slow", "verdict:losing"],
		]);
	});

	test("what stands there already is not suggested", () => {
		expect(written("verdict:losing")).toEqual([]);
	});

	test("a star fits whatever it stands for", () => {
		expect(written("verdict:s*l")).toEqual(["verdict:stalled", "verdict:slow"]);
	});

	test("brokers, systems and kinds of the board, quoted where they must be", () => {
		expect(written("broker:")).toEqual(["broker:eu", 'broker:"my us"']);
		expect(written('broker:"my')).toEqual(['broker:"my us"']);
		expect(written("system:")).toEqual(["system:log"]);
		expect(written("kind:")).toEqual(["kind:topic"]);
		expect(written("broker:", {}, null)).toEqual([]);
	});

	test("names that were found, and the pattern for all of them", () => {
		const names = [
			{ name: "shipping", count: 3 },
			{ name: "shipping:eu", count: null },
		];
		expect(
			suggested("group:sh", { names, starting: 4 }).map(
				({ writes, count, about }) => [writes, count, about.is],
			),
		).toEqual([
			["group:shipping", 3, "name"],
			['group:"shipping:eu"', null, "name"],
			["group:sh*", 4, "start"],
		]);
		expect(written("group:", { names, starting: 4 })).toHaveLength(2);
	});

	test("of what was found for another word, what still fits; of another key, nothing", () => {
		const names = ["shipping", "shop"].map((name) => ({ name, count: 1 }));
		const asked = { key: "group", typed: "sh", others: "" } as const;
		const before = { asked, names, starting: 2 };
		expect(written("group:shi", before)).toEqual(["group:shipping"]);
		expect(written("group:s", before)).toEqual([
			"group:shipping",
			"group:shop",
		]);
		expect(written("channel:sh", before)).toEqual([]);
	});
});

test("every number shows how it is compared, and all that is suggested can be understood", () => {
	expect(written("margin:")).toContain("margin:unknown");
	expect(written("lag:>")).toEqual(["lag:>0", "lag:>1000", "lag:>100k"]);
	for (const { writes: key } of suggested(""))
		for (const value of written(key))
			expect(parseFilter(value)).toHaveProperty("filter");
});
