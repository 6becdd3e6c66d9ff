// What do the headline figures of a subscription say?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { Figures } from "./figures.tsx";

const system: SystemReply = {
	...{ name: "some", label: "Some", icon: "M0 0", example: "", kinds: {} },
	finds: { en: "logs", ko: "로그" },
};

const row: RowReply = {
	...{ id: "a", broker: "eu", system: "some", kind: "log" },
	...{ channel: "orders", group: "billing", family: null },
	verdict: "healthy",
	reason: { code: "caught up", values: {} },
	since: "2026-11-20T14:00:00.000Z",
	lag: { n: 0, bound: "exact" },
	...{ timeLagSeconds: null, holding: 0, oldestHeldSeconds: null },
	...{ deliveriesMax: null, members: null, marginSeconds: null },
	...{ state: null, notes: [], drainedSeconds: null, spark: [] },
	...{ highWater: null },
	pace: { in: null, out: null },
	...{ at: "2026-11-20T14:32:06.000Z", stale: false },
};

/** Name, figure and note of the pace, as they are read one after the other. */
function paceOf(pace: RowReply["pace"], Spoken = SpokenEn): string {
	const html = renderToStaticMarkup(
		<Spoken>
			<Figures row={{ ...row, pace }} system={system} usualSeconds={null} />
		</Spoken>,
	);
	const [, told = ""] = /<dt>(?:Pace|속도)<\/dt>(.*?)<\/dd>/.exec(html) ?? [];
	return told
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll(/\s+/g, " ")
		.trim();
}

test("a pace says by how much the backlog changes, and what comes and goes each second", () => {
	expect(paceOf({ in: 14, out: 11 })).toBe("+3 /s 14/s in, 11/s out");
	expect(paceOf({ in: 11, out: 14 })).toBe("−3 /s 11/s in, 14/s out");
	expect(paceOf({ in: 14, out: 11 }, SpokenKo)).toBe(
		"+3 /s 입력 14/s, 출력 11/s",
	);
});

test("where as much goes as comes, the figure is a change of none and not a pace of none", () => {
	expect(paceOf({ in: 11, out: 11 })).toBe("±0 /s 11/s in, 11/s out");
	expect(paceOf({ in: 11.04, out: 11 })).toMatch(/^±0 /);
});

test("a pace that is not known is a dash", () => {
	expect(paceOf({ in: null, out: 3 })).toContain("— ");
	expect(paceOf({ in: null, out: 3 })).toContain("needs more readings");
});

function lagOf(part: Partial<RowReply>, Spoken = SpokenEn): string {
	const html = renderToStaticMarkup(
		<Spoken>
			<Figures row={{ ...row, ...part }} system={system} usualSeconds={null} />
		</Spoken>,
	);
	const [, told = ""] = /<dt>(?:Lag|밀린 수)<\/dt>(.*?)<\/dd>/.exec(html) ?? [];
	return told
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll(/\s+/g, " ")
		.trim();
}

test("a lag says by how much it differs from an hour ago, once it is known that long", () => {
	const lag = { n: 3_418, bound: "exact" as const };
	expect(lagOf({ lag, spark: [1_538, 3_000, 3_418] })).toBe(
		"3,418 1,880 more than an hour ago",
	);
	expect(lagOf({ lag, spark: [4_418] })).toContain("1,000 fewer");
	expect(lagOf({ lag, spark: [3_418] })).toContain("as many as an hour ago");
	expect(lagOf({ lag, spark: [null, 3_000] })).toContain("not yet delivered");
	expect(lagOf({ lag, spark: [null], group: null })).toContain("to be taken");
	expect(lagOf({ lag, spark: [1_538] }, SpokenKo)).toBe(
		"3,418 1시간 전보다 1,880 많음",
	);
});

function oldestOf(part: Partial<RowReply>, usualSeconds: number | null) {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<Figures
				row={{ ...row, ...part }}
				system={system}
				usualSeconds={usualSeconds}
			/>
		</SpokenEn>,
	).replaceAll("\u00a0", " ");
	return /<dt>Oldest held<\/dt>(.*?)<\/dd>/.exec(html)?.[1] ?? "";
}

test("what is held for longer than is usual here stands out, beside what is usual", () => {
	const held = { holding: 57, oldestHeldSeconds: 7_260 };
	expect(oldestOf(held, 300)).toContain("2 h 1 min");
	expect(oldestOf(held, 300)).toContain("usual: under 5 min");
	expect(oldestOf(held, 300)).toContain("beyond-usual");
	expect(oldestOf({ ...held, oldestHeldSeconds: 4 }, 300)).not.toContain(
		"beyond-usual",
	);
});

test("before anybody knows what is usual nothing is beyond it, and nothing held has no age", () => {
	const held = { holding: 57, oldestHeldSeconds: 7_260 };
	expect(oldestOf(held, null)).not.toContain("beyond-usual");
	expect(oldestOf(held, null)).toContain("known after a day");
	expect(oldestOf({ holding: 0, oldestHeldSeconds: null }, 300)).toContain("—");
});
