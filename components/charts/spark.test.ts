// Is the last hour drawn as it was read: gaps as gaps, zero on the ground, the present at the end?
import { describe, expect, test } from "vitest";
import { spark, trendOf } from "./spark.ts";

const box = { width: 84, height: 20 };
const hour = (n: (minute: number) => number | null) =>
	Array.from({ length: 60 }, (_, minute) => n(minute));
const pieces = (path: string) => path.split("M").length - 1;

describe("spark", () => {
	test("an unbroken hour is one line to the right end, with a dot at now", () => {
		const { line, now } = spark(
			hour((m) => m),
			box,
		);
		expect(pieces(line)).toBe(1);
		expect(line.startsWith("M0 ")).toBe(true);
		expect(now?.x).toBe(81);
	});

	test("a gap parts the line in two and is not sloped over", () => {
		const series = hour((m) => (m >= 20 && m < 30 ? null : 10));
		const { line, area } = spark(series, box);
		expect(pieces(line)).toBe(2);
		expect(pieces(area)).toBe(2);
	});

	test("nothing read now means no dot, not a zero", () => {
		expect(
			spark(
				hour((m) => (m > 50 ? null : 4)),
				box,
			).now,
		).toBeNull();
	});

	test("no reading at all draws nothing", () => {
		expect(
			spark(
				hour(() => null),
				box,
			),
		).toEqual({
			line: "",
			area: "",
			now: null,
			tide: null,
		});
	});

	test("one reading between gaps can be seen", () => {
		const { line, area } = spark(
			hour((m) => (m === 30 ? 5 : null)),
			box,
		);
		expect(line).toMatch(/^M[\d.]+ [\d.]+h1$/);
		expect(area).toBe("");
	});

	test("high water stands at four fifths, whatever the hour did below it", () => {
		const low = spark(
			hour(() => 10),
			box,
			1_000,
		);
		const close = spark(
			hour((m) => 900 + m),
			box,
			1_000,
		);
		expect(low.tide).toBe(4.5);
		expect(close.tide).toBe(4.5);
		expect(low.now?.y).toBeGreaterThan(18);
		expect(close.now?.y).toBeLessThan(6);
		expect(close.now?.y).toBeGreaterThan(4.5);
	});

	test("what stands above high water is drawn above its line, up to a quarter more in the same measure", () => {
		const { tide, now } = spark(
			hour((m) => (m < 30 ? 500 : 1_250)),
			box,
			1_000,
		);
		expect(tide).toBe(4.5);
		expect(now?.y).toBe(1);
	});

	test("what rose far above it stays inside, and the line sinks", () => {
		const { line, tide, now } = spark(
			hour((m) => m * 100),
			box,
			1_000,
		);
		expect(now?.y).toBe(1);
		expect(tide).toBeGreaterThan(14);
		expect(tide).toBeLessThan(18.8);
		expect(line).not.toContain("-");
	});

	test("as long as nothing waits, high water is still where it was", () => {
		const { tide, now } = spark(
			hour(() => 0),
			box,
			1_000,
		);
		expect(tide).toBe(4.5);
		expect(now?.y).toBe(18.8);
	});

	test("zero lies on the ground and the highest stays inside", () => {
		const ys = (path: string) =>
			path
				.slice(1)
				.split("L")
				.map((point) => Number(point.split(" ")[1]));
		const flat = ys(
			spark(
				hour(() => 0),
				box,
			).line,
		);
		expect(new Set(flat)).toEqual(new Set([18.8]));
		const rising = ys(
			spark(
				hour((m) => m),
				box,
			).line,
		);
		expect(Math.min(...rising)).toBeGreaterThanOrEqual(1);
		expect(rising[0]).toBeGreaterThan(rising[59] ?? 99);
	});
});

describe("trend", () => {
	test.each([
		["a steady rise", hour((m) => m), "up"],
		["a steady fall", hour((m) => 60 - m), "down"],
		["a saw", hour((m) => 100 + (m % 2)), "flat"],
		["nothing but zero", hour(() => 0), "flat"],
		["no reading", hour(() => null), null],
		["one reading", hour((m) => (m === 59 ? 5 : null)), null],
	] as const)("%s", (_sentence, series, trend) => {
		expect(trendOf(series)).toBe(trend);
	});
});
