// What does a review say of a whole board? One story each, looked at every two seconds.
import { expect, test } from "vitest";
import { minute, rowOf } from "#lib/core/alert/for-tests.ts";
import { exactly } from "#lib/core/amount.ts";
import { factOf } from "#lib/store/contract-rows.ts";
import {
	lines,
	sceneOf,
	silent,
	stalled,
	underWayAfter,
	unknown,
	well,
} from "./for-tests.ts";

const names = (n: number) => Array.from({ length: n }, (_, i) => `g${i}`);
const fires = "stalled fires: began to fire 1/1";

const over100 = { is: "measure", of: "lag", n: 100 } as const;

test("a calm board is nothing to write", () => {
	const it = sceneOf();
	it.put(well("orders"));
	expect(it.pass(minute)).toEqual([]);
	expect(it.writes).toEqual([]);
});

test("a subscription stalls, is told after a minute, and told again when it is over", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	expect(it.pass(minute)).toEqual([]);
	expect(it.pass(10_000)).toEqual([fires]);
	it.put(well("orders"));
	expect(it.pass(minute)).toEqual([]);
	expect(it.pass(minute + 4_000)).toEqual(["stalled over: all over 0/1"]);
});

test("what fires and the notices owed for it stand in the same write", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(minute + 10_000);
	const told = it.writes.find(({ notices }) => notices.length > 0);
	const [notice] = told?.notices ?? [];
	expect(notice?.alerts[0]).toMatchObject({
		...{ state: "firing", rule: "stalled", target: { channel: "orders" } },
		last: { verdict: "stalled" },
	});
	expect(told?.waves.map(({ id }) => id)).toEqual([notice?.wave]);
});

test("a filter chooses by name and by number", () => {
	const it = sceneOf([{ among: "channel:a* lag:>100" }]);
	it.put(stalled("a1", { lag: exactly(101) }), stalled("a2"), stalled("b"));
	it.pass(minute + 10_000);
	const told = it.writes.flatMap(({ notices }) => notices);
	expect(told.map(({ total }) => total)).toEqual([1]);
});

test("what a filter says of a row nobody knows ends nothing", () => {
	const it = sceneOf([{ among: "verdict:stalled", when: over100 }]);
	it.put(stalled("orders", { lag: exactly(101) }));
	it.pass(minute + 10_000);
	it.put(rowOf("orders", { verdict: "unknown", lag: exactly(101) }));
	expect(it.pass(10 * minute)).toEqual([]);
	it.put(well("orders"));
	expect(it.pass(3 * minute)).toEqual(["stalled over: all over 0/1"]);
});

test("a thousand groups that stop at once are one notice within two ticks", () => {
	const it = sceneOf([{ forMs: 0 }]);
	it.put(...names(1_000).map(well));
	it.look();
	it.put(...names(1_000).map((name) => stalled(name)));
	expect(it.pass(10_000)).toEqual(["stalled fires: began to fire 1000/1000"]);
});

test("a silent broker is told, its 212 subscriptions are not, and nothing of them is over", () => {
	const broker = { name: "silent", when: { is: "broker silent" } } as const;
	const it = sceneOf([{ forMs: 0 }, { ...broker, againMs: null }]);
	it.put(...names(212).map((name) => stalled(name)));
	expect(it.pass(10_000)).toEqual(["stalled fires: began to fire 212/212"]);
	it.board.brokers = [factOf({ name: "eu", trouble: silent })];
	it.put(...names(212).map(unknown));
	expect(it.pass(90 * minute)).toEqual(["silent fires: began to fire 1/1"]);
	expect(it.writes.at(-1)?.held.size).toBe(212);
	it.board.brokers = [factOf({ name: "eu" })];
	it.put(...names(212).map((name) => stalled(name)));
	expect(it.pass(3 * minute)).toEqual([
		...["stalled still fires: told again 212/212"],
		"silent over: all over 0/1",
	]);
});

test("what begins to fire just as its broker falls silent is held", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(minute + 2_000);
	it.board.brokers = [factOf({ name: "eu", trouble: silent })];
	expect(it.pass(minute)).toEqual([]);
	expect([...(it.writes.at(-1)?.held.values() ?? [])]).toEqual([
		"broker silent",
	]);
	it.board.brokers = [factOf({ name: "eu" })];
	expect(it.pass(8_000)).toEqual(["stalled fires: broker answers again 1/1"]);
});

test("a row of a broker that does not answer is how it was: nothing begins by it, and nothing calms", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(minute - 4_000);
	it.board.brokers = [factOf({ name: "eu", trouble: silent })];
	expect(it.pass(10 * minute)).toEqual([]);
	it.board.brokers = [factOf({ name: "eu", triedMs: null })];
	expect(it.pass(10 * minute)).toEqual([]);
	expect(it.writes.at(-1)?.held.size).toBe(0);
	it.board.brokers = [factOf({ name: "eu" })];
	expect(it.pass(16_000)).toEqual([fires]);
	it.put(well("orders"));
	it.board.brokers = [factOf({ name: "eu", trouble: silent })];
	expect(it.pass(10 * minute)).toEqual([]);
});

test("a clock that is set two hours ahead, and an hour back, raises nothing and ends nothing", () => {
	const it = sceneOf();
	it.put(stalled("orders"), stalled("mails"), well("calm"));
	it.pass(minute / 2);
	it.board.nowMs += 2 * 60 * minute;
	expect(it.pass(minute / 2 - 4_000)).toEqual([]);
	expect(it.pass(20_000)).toEqual(["stalled fires: began to fire 2/2"]);
	it.board.nowMs -= 3 * 60 * minute;
	expect(it.pass(minute)).toEqual([]);
	it.put(well("orders"), well("mails"));
	it.board.nowMs += 60 * minute;
	expect(it.pass(minute)).toEqual([]);
	expect(it.pass(minute + 4_000)).toEqual(["stalled over: all over 0/2"]);
});

test("a collector that was stopped for a minute has not seen it hold meanwhile", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.look();
	it.look(minute);
	expect(it.pass(minute - 12_000)).toEqual([]);
	expect(it.pass(20_000)).toEqual([fires]);
});

test("a restart goes on with what waits, what fires and what was told", () => {
	const it = sceneOf();
	it.put(stalled("orders"), well("mails"));
	it.pass(minute + 10_000);
	it.put(stalled("orders"), stalled("mails"));
	it.pass(minute / 2);
	const again = sceneOf([{}], underWayAfter(it.writes));
	again.put(stalled("orders"), stalled("mails"));
	expect(again.pass(10_000)).toEqual([]);
	expect(again.pass(minute)).toEqual([fires]);
	again.put(well("orders"), well("mails"));
	expect(again.pass(2 * minute + 4_000)).toEqual([
		...["stalled over: all over 0/1", "stalled over: all over 0/1"],
	]);
});

test("the last write holds all that goes on as it is", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(24_000);
	expect(it.review.asItIs(1).alerts).toMatchObject([{ heldMs: 22_000 }]);
});

test("what came and went before it fired leaves nothing", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(20_000);
	it.put(well("orders"));
	it.look();
	expect(underWayAfter(it.writes).alerts).toEqual([]);
	expect(it.writes.at(-1)?.gone).toHaveLength(1);
});

test("a rule that is removed, or watches something else, ends what it fired, and says so", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(minute + 10_000);
	it.tended({ rules: [{ among: "channel:mails" }] });
	expect(it.pass(4_000)).toEqual(["stalled over: all over 0/1"]);
	expect(it.writes.flatMap((write) => write.alerts).at(-1)?.end).toBe(
		"rule changed",
	);
	it.tended({ rules: [{}] });
	expect(it.pass(minute + 10_000)).toEqual([fires]);
	it.tended({ rules: [] });
	expect(it.pass(4_000)).toEqual(["stalled over: all over 0/1"]);
	expect(it.writes.flatMap((write) => write.alerts).at(-1)?.end).toBe(
		"rule removed",
	);
});

test("a rule of another gravity, or with another text, goes on", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(minute + 10_000);
	it.tended({ rules: [{ gravity: "critical", text: "Call." }] });
	expect(it.pass(minute)).toEqual([]);
	expect(it.writes.at(-1)?.alerts).toMatchObject([{ gravity: "critical" }]);
});

test("a rule that is off, and one whose filter is none, watch nothing", () => {
	const it = sceneOf([{ on: false }, { name: "odd", among: "nokey:x" }]);
	it.put(stalled("orders"));
	expect(it.pass(2 * minute)).toEqual([]);
});

test("a new rule looks at rows that have not changed", () => {
	const it = sceneOf([]);
	it.put(stalled("orders"));
	it.pass(minute);
	it.tended({ rules: [{ forMs: 0 }] });
	expect(it.pass(10_000)).toEqual([fires]);
});

const mute = {
	...{ id: "m", among: "channel:orders", untilMs: null, why: "known" },
	...{ by: "kim", atMs: 0, endedMs: null, endedBy: null },
};

test("a mute until it is over ends with the last that fires among it", () => {
	const it = sceneOf();
	it.put(stalled("orders"), stalled("mails"));
	it.pass(20_000);
	it.tended({ mutes: [mute] });
	expect(it.pass(minute)).toEqual([fires]);
	it.put(well("orders"));
	expect(it.pass(2 * minute + 4_000)).toEqual([]);
	expect(it.writes.flatMap((write) => write.mutesEnded)).toMatchObject([
		{ id: "m" },
	]);
});

test("a mute with an end is over then, and what still fires is told", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	const untilMs = it.board.nowMs + 5 * minute;
	it.tended({ mutes: [{ ...mute, untilMs }] });
	expect(it.pass(5 * minute - 4_000)).toEqual([]);
	expect(it.pass(minute)).toEqual(["stalled fires: no longer muted 1/1"]);
	expect(it.writes.flatMap((write) => write.mutesEnded)).toEqual([
		{ id: "m", atMs: untilMs },
	]);
});

test("what somebody acknowledged is not told again", () => {
	const it = sceneOf([{ againMs: 10 * minute }]);
	it.put(stalled("orders"));
	it.pass(2 * minute);
	const [alert] = it.writes.at(-1)?.alerts ?? [];
	it.tended({ acknowledged: [alert?.id ?? ""] });
	expect(it.pass(30 * minute)).toEqual([]);
	it.put(well("orders"));
	expect(it.pass(3 * minute)).toEqual(["stalled over: all over 0/1"]);
});

test("a subscription that went ends what fired for it", () => {
	const it = sceneOf();
	it.put(stalled("orders"));
	it.pass(2 * minute);
	it.rows.delete("orders");
	expect(it.pass(4_000)).toEqual(["stalled over: all over 0/1"]);
	expect(it.writes.flatMap((write) => write.alerts).at(-1)?.end).toBe("gone");
});

const vanished = { name: "vanished", when: { is: "vanished" } } as const;

test("a subscription that vanished is told, and over when it is back", () => {
	const it = sceneOf([vanished]);
	it.put(well("orders"), well("mails"));
	it.pass(4_000);
	it.rows.delete("orders");
	expect(it.pass(minute)).toEqual([]);
	expect(it.pass(10_000)).toEqual(["vanished fires: began to fire 1/1"]);
	const again = sceneOf([vanished], underWayAfter(it.writes));
	again.put(well("mails"));
	expect(again.pass(minute)).toEqual([]);
	again.put(well("orders"));
	expect(again.pass(4_000)).toEqual(["vanished over: all over 0/1"]);
	expect(again.writes.flatMap((it) => it.alerts).at(-1)?.end).toBe("back");
});

test("what vanished is over after a day, and what we ended ourselves never vanished", () => {
	const it = sceneOf([{ ...vanished, againMs: null }]);
	it.put(well("orders"), well("mails"));
	it.board.endedByUs = ({ channel }) => channel === "mails";
	it.pass(4_000);
	it.rows.clear();
	expect(it.pass(2 * minute)).toEqual(["vanished fires: began to fire 1/1"]);
	const from = it.writes.length;
	for (let n = 0; n < 24 * 360 + 9; n++) it.look(10_000);
	expect(lines(it.writes.slice(from))).toEqual(["vanished over: all over 0/1"]);
});

test("a broker that is not configured any more takes its alerts along", () => {
	const broker = { name: "silent", when: { is: "broker silent" } } as const;
	const it = sceneOf([{}, broker]);
	it.put(stalled("orders"));
	it.pass(2 * minute);
	it.board.brokers = [factOf({ name: "eu", trouble: silent })];
	it.pass(2 * minute);
	it.board.brokers = [factOf({ name: "us" })];
	it.rows.clear();
	expect(it.pass(4_000)).toHaveLength(2);
	const ends = it.writes.flatMap((write) => write.alerts.map(({ end }) => end));
	expect(ends.filter((end) => end === "broker removed")).toHaveLength(2);
});

test("a store without room, and an outlet that takes nothing, are told", () => {
	const it = sceneOf([
		{ name: "no room", when: { is: "no room" } },
		{ name: "outlet", when: { is: "outlet failing" } },
	]);
	it.pass(4_000);
	it.board.hasRoom = false;
	it.board.outlets = [
		{
			...{ name: "mail", deliveredMs: null, failingSinceMs: 5, answer: null },
			...{ owed: 3, givenUp: 0 },
		},
	];
	expect(it.pass(minute + 10_000).toSorted()).toEqual([
		...["no room fires: began to fire 1/1", "outlet fires: began to fire 1/1"],
	]);
});

const withGraver = [
	{},
	{ name: "stopped", when: { is: "verdict", atLeast: "stopped" } },
] as const;

const resolvedIn = ({ writes }: ReturnType<typeof sceneOf>) =>
	writes
		.flatMap(({ alerts }) => alerts)
		.filter(({ state }) => state === "resolved")
		.map(({ rule }) => rule);

test("what a graver rule told from beginning to end is one alert, and not two", () => {
	const it = sceneOf(withGraver);
	it.put(stalled("orders", { verdict: "stopped" }));
	it.pass(minute + 10_000);
	it.put(well("orders"));
	it.pass(2 * minute);
	expect(resolvedIn(it)).toEqual(["stopped"]);
});

test("what was told before a graver rule told of it is told to be over", () => {
	const it = sceneOf(withGraver);
	it.put(stalled("orders"));
	it.pass(minute + 10_000);
	it.put(stalled("orders", { verdict: "stopped" }));
	it.pass(minute + 10_000);
	it.put(well("orders"));
	it.pass(2 * minute);
	expect(resolvedIn(it)).toEqual(["stalled", "stopped"]);
});
