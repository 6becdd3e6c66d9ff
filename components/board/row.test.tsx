// What does somebody see, and hear, of one row?
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { rowOf } from "./for-tests.ts";
import { Row } from "./row.tsx";

const said = (en: string, ko: string) => ({ en, ko });
const system: SystemReply = {
	name: "log",
	label: "Log",
	icon: "M2 2h2",
	example: "log://host:1",
	finds: said("topics", "토픽"),
	kinds: {
		topic: {
			channel: said("topic", "토픽"),
			group: said("group", "그룹"),
			holds: false,
			keeps: true,
			partitioned: true,
			itemised: false,
		},
		air: {
			channel: said("channel", "채널"),
			group: null,
			holds: false,
			keeps: false,
			partitioned: false,
			itemised: false,
		},
		list: {
			channel: said("list", "리스트"),
			group: null,
			holds: true,
			keeps: true,
			partitioned: false,
			itemised: false,
		},
	},
};

function seen(
	over: Partial<RowReply>,
	it: { language?: "en" | "ko"; staleAtMs?: number } = {},
) {
	const Spoken = it.language === "ko" ? SpokenKo : SpokenEn;
	const html = renderToStaticMarkup(
		<Spoken>
			<table>
				<tbody>
					<Row
						row={rowOf(over)}
						system={system}
						rowIndex={2}
						staleAtMs={it.staleAtMs ?? null}
						index={0}
					/>
				</tbody>
			</table>
		</Spoken>,
	);
	const cell = (name: string) => {
		const found = new RegExp(
			`<t[dh] [^>]*?class="${name}[^>]*>(.*?)</t[dh]>`,
			"s",
		);
		return (found.exec(html)?.[1] ?? "none")
			.replaceAll(/<[^>]*>/g, "")
			.replaceAll("\u00a0", " ");
	};
	return { html, cell };
}

test("a caught-up row says so once, and gives no reason", () => {
	const { cell } = seen({});
	expect(cell("c-verdict")).toBe("healthy");
	expect(cell("c-name")).toBe("ordersbillingeu");
	expect(cell("c-lag")).toBe("0");
	expect(cell("c-forecast")).toBe("caught up");
	expect(cell("c-reason")).toBe("");
});

test("a lag nobody knows is a dash to the eye and words to the ear, never a zero", () => {
	const { cell } = seen({ lag: null, verdict: "unknown" });
	expect(cell("c-lag")).toBe("—not known");
});

test("a phone names a lag only where there can be one", () => {
	expect(seen({}).html).toContain('data-l="lag"');
	expect(seen({ kind: "air", group: null, lag: null }).html).not.toContain(
		"data-l",
	);
});

test("a kind that keeps nothing has no lag and no forecast, and says what was lost", () => {
	const over = { kind: "air", group: null, lag: null, drainedSeconds: null };
	const quiet = seen({
		...over,
		reason: { code: "listened to", values: { subscribers: 2 } },
	});
	expect(quiet.cell("c-lag")).toBe("");
	expect(quiet.cell("c-forecast")).toBe("");
	expect(quiet.cell("c-reason")).toBe("");
	const soon = seen({
		...{ ...over, verdict: "losing" },
		reason: { code: "cut off soon", values: { subscribers: 1, seconds: 40 } },
	});
	expect(soon.cell("c-forecast")).toContain("40 s");
	const lost = seen({
		...{ ...over, verdict: "losing" },
		reason: { code: "subscriber cut off", values: { count: 1, atMs: 0 } },
	});
	expect(lost.cell("c-forecast")).toBe(
		seen({ reason: { code: "removed unread", values: {} } }).cell("c-forecast"),
	);
	expect(lost.cell("c-reason")).toContain("1 subscriber cut off at");
});

test("a kind that holds nothing has an empty cell, one that cannot be known a dash", () => {
	expect(seen({ kind: "topic" }).cell("c-hold")).toBe("");
	expect(seen({ kind: "list" }).cell("c-hold")).toBe("—not known");
	expect(seen({ kind: "list", holding: 0 }).cell("c-hold")).toBe("0");
});

test("a bound stays with its number", () => {
	const lag = { n: 100, bound: "at least" as const };
	expect(seen({ lag }).cell("c-lag")).toBe("≥100");
});

test("members whom nobody can judge are only registered", () => {
	const members = {
		registered: 21,
		live: null,
		dead: null,
		stuck: null,
		unknown: null,
	};
	expect(seen({ members }).cell("c-members")).toBe("21 registered");
	const live = { n: 9, bound: "at most" as const };
	const judged = { ...members, live, dead: 12 };
	expect(seen({ members: judged }).cell("c-members")).toBe("≤9 live / 21");
	const all = { ...members, live: { n: 21, bound: "exact" as const } };
	expect(seen({ members: all }).cell("c-members")).toBe("21 live");
});

test("a loss that is coming is forecast, and only dated once nothing can be vouched for", () => {
	const losing = {
		verdict: "losing" as const,
		marginSeconds: { n: 2_520, bound: "about" as const },
		lag: { n: 9, bound: "exact" as const },
	};
	const { html, cell } = seen(losing);
	const whole = String.raw`\d{1,2} Nov 2026, \d\d:\d\d:\d\d .+`;
	expect(cell("c-forecast")).toMatch(
		RegExp(String.raw`^loses in ~42 min \(${whole}\)$`),
	);
	expect(html.replaceAll("\u00a0", " ")).toMatch(
		RegExp(`loses in ~42 min: ${whole}"`),
	);
	const at = Date.parse("2026-11-20T14:33:00.000Z");
	const old = seen(losing, { staleAtMs: at }).cell("c-forecast");
	expect(old).toMatch(/^was due ~\d\d:\d\d \(/);
});

test("nothing leaves while work waits: the zero is bold", () => {
	const waits = { lag: { n: 5, bound: "exact" as const } };
	const { html } = seen({ ...waits, pace: { in: 3, out: 0 } });
	expect(html).toContain("<b>0</b>");
});

test("markup in a name stays text, and a hidden character is written out", () => {
	const { html, cell } = seen({
		channel: "<img src=x onerror=alert(1)>",
		group: "a\u202eb",
	});
	expect(html).not.toContain("<img");
	expect(html).not.toContain("\u202e");
	expect(cell("c-name")).toContain("a\\u202eb");
});

test("the same row in Korean", () => {
	const { cell } = seen(
		{ verdict: "stopped", reason: { code: "no members", values: { lag: 7 } } },
		{ language: "ko" },
	);
	expect(cell("c-verdict")).toBe("중지");
	expect(cell("c-reason")).toBe("멤버 없음; 7건 대기");
});

describe("the line of high water", () => {
	const spark = [...Array<number>(59).fill(400), 900];
	const inCell = (over: Partial<RowReply>) => {
		const { html } = seen({ verdict: "stalled", spark, ...over });
		const cell = /<td class="c-spark">(.*?)<\/td>/s.exec(html)?.[1] ?? "";
		return {
			isDashed: cell.includes('class="h"'),
			isMarked: cell.includes('class="d above"'),
			look: /class="spark ([^"]*)"/.exec(cell)?.[1],
		};
	};

	test("is there once it is known, and not before", () => {
		expect(inCell({ highWater: null }).isDashed).toBe(false);
		expect(inCell({ highWater: 1_000 }).isDashed).toBe(true);
	});

	test("is crossed in the colours of the verdict, by line and dot", () => {
		const above = inCell({ highWater: 500 });
		expect(above).toEqual({
			isDashed: true,
			isMarked: true,
			look: "l-stalled",
		});
		expect(inCell({ highWater: 900 }).isMarked).toBe(false);
		const stood = { highWater: 500, spark: [...spark, 300] };
		expect(inCell(stood)).toMatchObject({ isDashed: true, isMarked: false });
	});
});
