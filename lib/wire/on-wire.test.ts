// Does everything that leaves the server fit the schema that describes it, and does unknown stay unknown?
import { describe, expect, test } from "vitest";
import { about } from "#lib/core/amount.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import type { Errand } from "#lib/core/errand.ts";
import { unbounded } from "#lib/core/setting.ts";
import { broker, collector, row } from "./board.ts";
import { boardRequest, errandWait } from "./board-request.ts";
import { errandReply } from "./errand.ts";
import { errandOnWire } from "./errand-on-wire.ts";
import { brokerOnWire, collectorOnWire, rowOnWire } from "./on-wire.ts";

const nowMs = Date.parse("2026-11-21T12:00:00.000Z");
const unknownRow: Row = {
	id: "a",
	broker: "shop",
	system: "invented",
	kind: "log",
	channel: "__proto__",
	group: null,
	family: null,
	verdict: "unknown",
	reason: { code: "broker silent", values: { sinceMs: -1 } },
	sinceMs: nowMs - 1,
	lag: null,
	timeLagSeconds: null,
	holding: null,
	oldestHeldSeconds: null,
	deliveriesMax: null,
	pace: { in: null, out: null },
	members: null,
	marginSeconds: null,
	state: null,
	notes: [],
	drainedSeconds: null,
	spark: [null, 0],
	highWater: null,
	atMs: nowMs,
	stale: true,
	stood: null,
};
const fact: BrokerFact = {
	name: "shop",
	system: "invented",
	address: "invented://127.0.0.1",
	everyMs: 5_000,
	heardMs: nowMs,
	readMs: nowMs,
	triedMs: nowMs,
	trouble: null,
	parts: [{ code: "no answer", part: "node 2", detail: "" }],
	version: null,
	subscriptions: 0,
	ownShare: null,
	connections: null,
	standing: [],
};
const errand: Errand = {
	id: "e",
	by: "owner",
	session: "the hash of a session",
	wish: {
		verb: "look",
		subscription: "a",
		part: "members",
		sort: "lag",
		offset: 0,
		limit: 9,
		pending: null,
	},
	state: "asked",
	askedMs: nowMs,
	endedMs: null,
	look: null,
	findings: null,
	alerts: null,
	undertaking: null,
	failure: null,
};

describe("a row", () => {
	test("keeps all it knows but what stood before, with times as text", () => {
		const { since, at, ...same } = rowOnWire(unknownRow, null);
		const { sinceMs: _, atMs: __, stood: ___, ...rest } = unknownRow;
		expect(same).toEqual(rest);
		expect(since).toBe("2026-11-21T11:59:59.999Z");
		expect(at).toBe("2026-11-21T12:00:00.000Z");
	});

	test.each([
		[
			"a calm row is as fresh as what its broker's last answer told",
			false,
			nowMs + 9_000,
		],
		["a stale row keeps the time of its own values", true, nowMs],
	])("%s", (_title, stale, atMs) => {
		const sent = rowOnWire({ ...unknownRow, stale }, nowMs + 9_000);
		expect(Date.parse(sent.at)).toBe(atMs);
	});

	test("fits its schema and holds nothing beside it", () => {
		expect(() => row.strict().parse(rowOnWire(unknownRow, null))).not.toThrow();
	});
});

describe("a broker", () => {
	test.each([
		[0, "fresh"],
		[10_000, "fresh"],
		[10_001, "late"],
		[25_001, "silent"],
	])("heard %i ms ago is %s", (ageMs, freshness) => {
		const reply = brokerOnWire(fact, nowMs + ageMs);
		expect(reply.freshness).toBe(freshness);
		expect(() => broker.strict().parse(reply)).not.toThrow();
	});

	test("that was never heard has no time, and is silent", () => {
		const reply = brokerOnWire({ ...fact, heardMs: null }, nowMs);
		expect(reply).toMatchObject({ heard: null, freshness: "silent" });
	});
});

describe("the collector", () => {
	test("that never wrote is silent", () => {
		const reply = collectorOnWire(null, nowMs);
		expect(collector.strict().parse(reply)).toMatchObject({
			at: null,
			freshness: "silent",
		});
	});
});

describe("an errand", () => {
	test("does not tell whose session asked for it", () => {
		const reply = errandReply.strict().parse(errandOnWire(errand));
		expect(JSON.stringify(reply)).not.toContain(errand.session);
	});

	test("carries its look as the broker showed it", () => {
		const member = {
			name: "a",
			clientId: null,
			host: null,
			instanceId: null,
			holding: 0,
			idleMs: null,
			oldestHeldMs: null,
			verdict: null,
			evidence: null,
			mark: "away" as const,
			output: null,
		};
		const members = [
			{ ...member, partitions: null },
			{ ...member, partitions: [2, 1] },
		];
		const reply = errandOnWire({
			...errand,
			state: "answered",
			endedMs: nowMs,
			look: {
				atMs: nowMs,
				part: "members",
				total: 2,
				offset: 0,
				partitions: [],
				members,
				settings: [{ code: "kept for", value: unbounded }],
				pending: null,
				survey: null,
			},
		});
		expect(errandReply.parse(reply).look).toMatchObject({
			at: "2026-11-21T12:00:00.000Z",
			members,
			settings: [{ code: "kept for", value: "unbounded" }],
		});
	});

	test("a partition that was not seen to move has no time of it, and another has it as text", () => {
		const line = {
			...{ partition: 0, position: 1, start: 0, end: 9, lag: 8, owner: null },
			...{ timeLagMs: about(5), marginMs: null, movedMs: null },
		};
		const reply = errandOnWire({
			...{ ...errand, state: "answered", endedMs: nowMs },
			look: {
				...{ atMs: nowMs, part: "partitions", total: 2, offset: 0 },
				partitions: [line, { ...line, movedMs: nowMs }],
				...{ members: [], settings: [], pending: null, survey: null },
			},
		});
		const { look } = errandReply.strict().parse(reply);
		expect(look?.partitions.map(({ moved }) => moved)).toEqual([
			null,
			"2026-11-21T12:00:00.000Z",
		]);
	});
});

describe("what is asked", () => {
	test.each([
		["0", 1],
		["-5", 1],
		["500", 500],
		["999999999", 500],
	])("a page of %s rows becomes one of %i", (limit, rows) => {
		expect(boardRequest.parse({ limit }).limit).toBe(rows);
	});

	test.each(["many", "1.5", "Infinity", "NaN"])(
		"a page of %s rows is refused",
		(limit) => {
			expect(boardRequest.safeParse({ limit }).success).toBe(false);
		},
	);

	test("nobody waits for more than five seconds", () => {
		expect(errandWait.parse({ wait: "999999" }).wait).toBe(5_000);
		expect(errandWait.parse({}).wait).toBe(0);
	});
});
