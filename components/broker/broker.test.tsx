// What does somebody see of a broker that is well, late, in trouble, never heard, or not there at all?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { Problem } from "#lib/core/problem.ts";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { BrokerPageReply, BystanderReply } from "#lib/wire/broker.ts";
import { BesideMembers } from "./beside-members.tsx";
import { boardLink } from "./board-link.ts";
import { Broker } from "./broker.tsx";
import type { BrokerNow } from "./use-broker.ts";

const at = "2026-11-21T12:00:00.000Z";
const atMs = Date.parse(at);

const workers: BystanderReply = {
	...{ name: "workers", kind: "connect", state: "Stable", registered: 60 },
	members: [
		{ name: "m-1", clientId: "c", host: "10.0.0.1", instanceId: "pod" },
	],
	stale: false,
};

const reply = (over: Partial<BrokerPageReply> = {}): BrokerPageReply => ({
	...{ at, askAgainMs: 2_500 },
	collector: { at, freshness: "fresh", everyMs: 1_000, history: "kept" },
	broker: {
		...{ name: "shop", system: "some", address: "some://host:1" },
		...{ everyMs: 5_000, heard: at, freshness: "fresh", trouble: null },
		...{ parts: [], version: "4.3.1", subscriptions: 3 },
	},
	system: {
		...{ name: "some", label: "Some", icon: "M0 0", example: "", kinds: {} },
		finds: { en: "logs", ko: "로그" },
	},
	counts: {
		...{ healthy: 2, losing: 1, stopped: 0, stalled: 0 },
		...{ slow: 0, abandoned: 0, unknown: 0 },
	},
	ownShare: { busyMs: 240, overMs: 60_000 },
	connections: null,
	standing: [],
	bystanders: { groups: [workers], leftOut: 0 },
	...over,
});

const broker = (over: Partial<BrokerPageReply["broker"]>) =>
	reply({ broker: { ...reply().broker, ...over } });

function page(now: BrokerNow, Spoken = SpokenEn): string {
	const html = renderToStaticMarkup(
		<Spoken>
			<Broker now={now} />
		</Spoken>,
	);
	return html.replaceAll("\u00a0", " ");
}

const shown = (it: BrokerPageReply, heardMs: number | null = atMs - 3_000) =>
	page({
		told: { reply: it, serverMs: atMs, answeredMs: 0, heardMs },
		problem: null,
	});

test("a broker that is well tells its age, its figures and its verdicts, each a way to the board", () => {
	const html = shown(reply());
	expect(html).toContain("Heard 3 s ago, asked every 5 s<");
	expect(html).toContain("up to date");
	expect(html).toContain("some://host:1");
	expect(html).toContain("0.4%");
	expect(html).toContain("of this server&#x27;s time in the last minute");
	expect(html).toContain("4.3.1");
	expect(html).toContain("losing: show 1 on the board");
	expect(html).not.toContain("stalled: show");
	expect(html).not.toContain("stale");
});

test("what cannot be known is a dash and never a zero", () => {
	const html = shown({
		...broker({ version: null }),
		...{ ownShare: null },
		bystanders: {
			groups: [{ ...workers, registered: null, members: [], kind: null }],
			leftOut: 0,
		},
	});
	expect(html).toContain(
		"not measured yet, or this server does not tell what reading it costs",
	);
	expect(html).toContain("the broker does not tell it");
	expect(html.split("—")).toHaveLength(5);
	expect(html).not.toContain("aria-expanded");
});

test("connections are told with how many are allowed, where that is known, and not at all where nobody counts them", () => {
	const inKorean = (it: BrokerPageReply) =>
		page(
			{
				told: { reply: it, serverMs: atMs, answeredMs: 0, heardMs: atMs },
				problem: null,
			},
			SpokenKo,
		);
	const both = reply({ connections: { open: 4_100, most: 10_000 } });
	expect(shown(both)).toContain(
		">4,100</b><span>of 10,000 that the server allows<",
	);
	expect(inKorean(both)).toContain(">서버가 허용하는 10,000개 중<");
	const open = reply({ connections: { open: 41, most: null } });
	expect(shown(open)).toContain(
		">41</b><span>the server does not tell how many it allows<",
	);
	expect(inKorean(open)).toContain("몇 개까지 허용하는지");
	for (const most of [null, 10_000]) {
		const unknown = shown(reply({ connections: { open: null, most } }));
		expect(unknown.split("—")).toHaveLength(2);
		expect(unknown).toContain("this server does not tell how many are open");
		expect(unknown).not.toContain("10,000");
	}
	expect(shown(reply())).not.toContain("Connections");
});

test("what would be lost as it is set up is told in both languages, and nothing where nothing would be", () => {
	const standing: BrokerPageReply["standing"] = [
		{ code: "logged", values: {} },
		{ code: "saved", values: { changes: 1, forSeconds: 300 } },
		{ code: "never saved", values: { changes: 1200, forSeconds: 7200 } },
		{ code: "evicts any", values: { policy: "allkeys-lru", percent: 34 } },
		{
			code: "evicts what expires",
			values: { policy: "volatile-ttl", percent: 90, channels: 2 },
		},
	];
	const html = shown(reply({ standing }));
	for (const sentence of [
		"What would be lost",
		"each change is written to a log",
		"the last save 5 min ago: about 1 change.",
		"about 1,200 changes: nothing was saved to its disk since it started 2 h ago",
		"whole channels, read or not (allkeys-lru, 34% in use)",
		"(volatile-ttl, 90% in use). 2 channels have one.",
	])
		expect(html).toContain(sentence);
	const told = { reply: reply({ standing }), serverMs: atMs };
	const korean = page(
		{ told: { ...told, answeredMs: 0, heardMs: atMs }, problem: null },
		SpokenKo,
	);
	expect(korean).toContain("잃을 수 있는 것");
	expect(korean).toContain("1,200건을 잃습니다");
	expect(shown(reply())).not.toContain("What would be lost");
});

test("groups beside the board are told with the reason why they are no row", () => {
	const html = shown(reply({ bystanders: { groups: [workers], leftOut: 12 } }));
	expect(html).toContain("They have no row on the board");
	expect(html).toContain("workers");
	expect(html).toContain("connect");
	expect(html).toContain('aria-label="Members of workers: 60"');
	expect(html).toContain("12 more are not shown.");
	expect(html).toContain(">13<");
});

test("their members are listed with how many more there are", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<BesideMembers group={workers} />
		</SpokenEn>,
	);
	expect(html).toContain("m-1");
	expect(html).toContain("c · pod");
	expect(html).toContain("10.0.0.1");
	expect(html).toContain("and 59 more registered");
});

test("no such group is said with what that means, and differently before anything was heard", () => {
	const none = { bystanders: { groups: [], leftOut: 0 } };
	expect(shown(reply(none))).toContain("None. Every group that is known here");
	const never = { ...broker({ heard: null, freshness: "silent" }), ...none };
	const html = shown(never, null);
	expect(html).toContain("Not known: this broker has not been heard yet.");
	expect(html).toContain("Not heard yet");
	expect(html).not.toContain(">0<");
});

test("a broker in trouble says what is wrong in our words and its own, and what to check, and its values are dated", () => {
	const html = shown(
		broker({
			freshness: "silent",
			trouble: { code: "no answer", part: "", detail: "<i>late</i>" },
			parts: [{ code: "unreachable", part: "node 2", detail: "" }],
		}),
		atMs - 60_000,
	);
	expect(html).toContain("shop does not answer in time");
	expect(html).toContain("It said “&lt;i&gt;late&lt;/i&gt;”");
	expect(html).toContain("check whether it is overloaded");
	expect(html).toContain("node 2");
	expect(html).toContain("All values are from");
	expect(html).toContain("broker-page stale");
});

test("a group that a silent part knows is marked as not heard", () => {
	const groups = [{ ...workers, stale: true }];
	const html = shown(reply({ bystanders: { groups, leftOut: 0 } }));
	expect(html).toContain("not heard now");
});

test("before the first answer there is the frame of it, and an unknown name says so", () => {
	expect(page({ told: null, problem: null })).toContain('aria-busy="true"');
	const problem = new Problem("not found", "broker unknown");
	const html = page({ told: null, problem });
	expect(html).toContain("There is no such broker");
	expect(html).toContain("No broker of this name is configured");
	const other = new Problem("unreachable", "server unreachable");
	expect(page({ told: null, problem: other })).toContain(
		"The server does not answer.",
	);
});

test("the page speaks Korean", () => {
	const now = {
		told: { reply: reply(), serverMs: atMs, answeredMs: 0, heardMs: atMs },
		problem: null,
	};
	const html = page(now, SpokenKo);
	expect(html).toContain("읽기 위치가 없는 그룹");
	expect(html).toContain("최근 1분 동안 이 서버의 시간 중");
});

test("the way to the board is a filter the board understands", () => {
	const filterOf = (link: string) =>
		new URL(link, "http://here").searchParams.get("filter") ?? "";
	const all = parseFilter(filterOf(boardLink("shop-1.a")));
	expect(all).toEqual({
		filter: [{ is: "match", key: "broker", pattern: "shop-1.a", not: false }],
	});
	expect(filterOf(boardLink("shop", "losing"))).toBe(
		'broker:"shop" verdict:losing',
	);
});
