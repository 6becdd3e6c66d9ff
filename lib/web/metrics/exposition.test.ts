// Is what is written what was known, and can no name break the text?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exposition, labelsOf, type Metric } from "./exposition.ts";

const lag: Metric = { name: "lag", help: "What waits", labels: ["of"] };
const age: Metric = { name: "age", help: "a \\ b\nc", labels: [] };

const some = (n: number) =>
	Array.from({ length: n }, (_, i) => ({
		...{ metric: lag, labels: labelsOf({ of: `orders-${i}` }) },
		value: i,
	}));

const written = (exposition: Exposition) =>
	Buffer.concat(exposition.text()).toString();

describe("a name", () => {
	test.each([
		["of letters", "orders", 'of="orders"'],
		["with a quote", 'a"} 1', 'of="a\\"} 1"'],
		["with a backslash at its end", "a\\", 'of="a\\\\"'],
		["with lines of its own", "a\nlag 9", 'of="a\\nlag 9"'],
		["with a zero byte", "a\0b", 'of="a\ufffdb"'],
		["of half a letter", "a\ud800", 'of="a\ufffd"'],
		["in another script", "주문 ✓", 'of="주문 ✓"'],
		["that is empty", "", 'of="\\"\\""'],
		["that does not exist", null, ""],
		["of 600 letters", "a".repeat(600), `of="${"a".repeat(512)}…"`],
	])("%s is written so that it stays one value", (_, name, expected) => {
		expect(labelsOf({ of: name })).toBe(expected);
	});

	test("is read again as it was, whatever it holds", () => {
		const name = fc.string({ unit: "binary", minLength: 1, maxLength: 100 });
		fc.assert(
			fc.property(name, (of) => {
				const [, text = ""] = /^of="(.*)"$/s.exec(labelsOf({ of })) ?? [];
				expect(text).not.toMatch(/[\n\0]|(?<!\\)(?:\\\\)*"/);
				const again = text.replaceAll(/\\(.)/g, (_, sign: string) =>
					sign === "n" ? "\n" : sign,
				);
				expect(again).toBe(of.toWellFormed().replaceAll("\0", "\ufffd"));
			}),
		);
	});
});

describe("the text", () => {
	test("names each metric once, keeps its series together, and ends with a mark", () => {
		const exposition = new Exposition([age, lag], 100);
		exposition.within([
			...some(1),
			{ metric: age, labels: "", value: 0.25 },
			...some(2).slice(1),
		]);
		expect(written(exposition)).toBe(
			[
				"# HELP age a \\\\ b\\nc",
				"# TYPE age gauge",
				"age 0.25",
				"# HELP lag What waits",
				"# TYPE lag gauge",
				'lag{of="orders-0"} 0',
				'lag{of="orders-1"} 1',
				"# EOF\n",
			].join("\n"),
		);
	});

	test.each([null, Number.NaN, Number.POSITIVE_INFINITY])(
		"leaves %s out, which is not zero",
		(value) => {
			const exposition = new Exposition([lag], 100);
			exposition.within([{ metric: lag, labels: "", value }]);
			expect(written(exposition)).toBe("# EOF\n");
			expect(exposition.leftOut).toBe(0);
		},
	);

	test("has no series twice, and says that one is missing", () => {
		const exposition = new Exposition([lag], 100);
		exposition.within(some(2));
		exposition.within(some(1));
		expect(written(exposition).match(/orders-0/g)).toHaveLength(1);
		expect(exposition).toMatchObject({ written: 2, leftOut: 1 });
	});

	test("tells samples of the same labels apart by what comes after them", () => {
		const exposition = new Exposition([lag], 100);
		const both = ["in", "out"].map((way) => ({
			...{ metric: lag, labels: 'of="a"', more: `,way="${way}"`, value: 1 },
		}));
		exposition.within(both);
		expect(written(exposition)).toMatch(
			/lag\{of="a",way="in"\} 1\nlag\{of="a",way="out"\} 1\n/,
		);
	});
});

describe("a bound", () => {
	test("is kept, what does not fit is left out whole, and the rest behind it too", () => {
		const exposition = new Exposition([lag, age], 5);
		const all = some(9);
		exposition.within(all.slice(0, 4));
		exposition.within(all.slice(4, 7));
		exposition.within(all.slice(7, 8));
		expect(exposition).toMatchObject({ written: 4, leftOut: 4 });
		expect(written(exposition)).not.toContain("orders-4");
		expect(written(exposition)).not.toContain("orders-7");
	});

	test("counts nothing that is unknown", () => {
		const exposition = new Exposition([lag], 1);
		exposition.within([{ metric: lag, labels: "", value: null }, ...some(1)]);
		expect(exposition).toMatchObject({ written: 1, leftOut: 0 });
	});

	test("never silences what is said of brokers", () => {
		const exposition = new Exposition([lag, age], 0);
		exposition.within(some(3));
		exposition.always([{ metric: age, labels: "", value: 3 }]);
		expect(written(exposition)).toContain("\nage 3\n");
		expect(exposition.leftOut).toBe(3);
	});
});
