// Does a notice say all that somebody needs who was just woken, in both languages?
import { describe, expect, test } from "vitest";
import { noon, noticeOf, over, stopped } from "#lib/alerts/for-tests.ts";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { noticeSays } from "#lib/core/alert/notice.ts";
import { languages } from "./language.ts";
import { plainText } from "./notice-plain.ts";
import { type NoticeFor, noticeText } from "./notice-text.ts";

const url = "https://tidemark.example.org/";
const to: NoticeFor = { url, language: "en", zone: "UTC" };
const ko: NoticeFor = { url, language: "ko", zone: "Asia/Seoul" };
/** Where two words belong together stands a space that does not break. */
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("of one", () => {
	const told = noticeText(noticeOf([stopped()]), to);

	test("what it is stands in the title", () => {
		expect(told.title).toBe("stopped: orders → billing (eu)");
	});

	test("since when, how bad, why, what comes and what to do stand below it", () => {
		expect(spaced(plainText(told)).split("\n")).toEqual([
			"No members for 3 min; 18,240 waiting.",
			"Since 22 Nov 2026, 05:57:00 UTC, for 3 min.",
			"Lag 18,240.",
			"Loses messages in about 42 min.",
			"See that moment: https://tidemark.example.org/subscriptions/orders?from=2026-11-22T05%3A27%3A00.000Z&to=2026-11-22T06%3A09%3A00.000Z",
			"Reclaim what dead members hold…: https://tidemark.example.org/subscriptions/orders?do=reclaim",
			"Critical.",
			"Call the payments team.",
			"All alerts: https://tidemark.example.org/alerts",
		]);
	});

	test("in Korean as well, with the zone that is named", () => {
		const inKorean = noticeText(noticeOf([stopped()]), ko);
		expect(inKorean.title).toBe("중지: orders → billing (eu)");
		expect(inKorean.items[0]?.lines).toEqual([
			expect.stringContaining("18,240"),
			"시작: 2026년 11월 22일 14시 57분 0초 GMT+9 (3분째)",
			"밀린 메시지 18,240건.",
			"약 42분 뒤 메시지가 유실됩니다.",
		]);
	});

	test("what is over says so first, since when and why, and wants nothing done", () => {
		const { title, items, lines } = noticeText(noticeOf([over()]), to);
		expect(title).toBe("Over · stopped: orders → billing (eu)");
		expect(items[0]?.lines.map(spaced)).toEqual([
			"Over since 22 Nov 2026, 06:00:00 UTC, after 3 min: it holds no more.",
		]);
		expect(items[0]?.links.map(({ label }) => label)).toEqual([
			"See that moment",
		]);
		expect(lines).toEqual([]);
	});

	test("what lasts for weeks leads to hours around the moment it fired", () => {
		const long = stopped("orders", { sinceMs: noon - 40 * 86_400_000 });
		const [link] = noticeText(noticeOf([long]), to).items[0]?.links ?? [];
		const { searchParams } = new URL(link?.url ?? "");
		expect(searchParams.get("from")).toBe("2026-11-21T23:29:00.000Z");
	});
});

describe("of many", () => {
	const many = Array.from({ length: 40 }, (_, n) => stopped(`orders-${n}`));

	test("the number stands in the title, some are told, and the rest is counted", () => {
		const told = noticeText(noticeOf(many), to);
		expect(spaced(told.title)).toBe("stopped: 40 subscriptions on eu");
		expect(told.items).toHaveLength(10);
		expect(told.more).toBe("and 30 more");
		expect(plainText(told).split("\n").slice(0, 3).map(spaced)).toEqual([
			"Critical.",
			"Call the payments team.",
			"- orders-0 → billing (eu)",
		]);
	});

	test("of some that are over already the title counts those that are not", () => {
		const still = noticeOf([...many.slice(1), over("orders-0")], {
			says: "still fires",
		});
		expect(spaced(noticeText(still, to).title)).toBe(
			"Still · stopped: 39 of 40 subscriptions on eu",
		);
		expect(spaced(noticeText(still, ko).title)).toBe(
			"계속 · 중지: eu의 구독 40개 중 39개",
		);
	});
});

test.each<[AlertTarget, string]>([
	[{ is: "broker", broker: "eu", system: "some" }, "stopped: eu"],
	[{ is: "outlet", outlet: "mail" }, "stopped: outlet mail"],
	[{ is: "store" }, "stopped: the disk of Tidemark"],
])(
	"what is about %j says so and has a sentence of its own",
	(target, title) => {
		const alert = stopped("x", { target });
		const told = noticeText(noticeOf([alert]), to);
		expect(told.title).toBe(title);
		expect(told.items[0]?.lines[0]).toMatch(/\.$/);
	},
);

test("nothing is left empty, whatever is told in whichever language", () => {
	for (const language of languages)
		for (const says of noticeSays)
			for (const alerts of [[stopped()], [over()], [stopped("a"), over("b")]]) {
				const told = noticeText(noticeOf(alerts, { says }), {
					...to,
					language,
				});
				expect(told.title).not.toMatch(/undefined|NaN|null/);
				expect(plainText(told)).not.toMatch(/undefined|NaN|null|^$/m);
			}
});

test("a name that hides something is written out, and a long one is cut", () => {
	const odd = stopped("a\nb\u202e", {});
	const { title } = noticeText(noticeOf([odd]), to);
	expect(title).toBe("stopped: a\\nb\\u202e → billing (eu)");
	const long = noticeText(noticeOf([stopped("x".repeat(70_000))]), to);
	expect(long.title.length).toBeLessThan(200);
});
