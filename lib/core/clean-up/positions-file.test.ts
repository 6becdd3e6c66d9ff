// Is a file of positions read as it was meant, and each mistake told with its line?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partitionsMax } from "./believed.ts";
import { readPositions, writePositions } from "./positions-file.ts";

const at = (channel: string, partition: number, position: number) => ({
	...{ channel, partition, position },
});

describe("a file", () => {
	test.each([
		["without a head", "orders,0,12\norders,1,7\n"],
		["with one", "topic,partition,offset\norders,0,12\norders,1,7"],
		[
			"with the head of another tool",
			"TOPIC, PARTITION, CURRENT-OFFSET\norders,0,12\norders,1,7",
		],
		["of another machine", "\ufefforders,0,12\r\norders,1,7\r\n"],
		["out of a spreadsheet", "orders;0;12\norders\t1\t7"],
		[
			"with quotes, spaces and empty lines",
			'"orders", 0 ,"12"\n\n  \norders , 1, 7',
		],
	])("%s is read", (_, text) => {
		expect(readPositions(text)).toEqual({
			positions: [at("orders", 0, 12), at("orders", 1, 7)],
			mistakes: [],
		});
	});

	test("that holds nothing names nothing", () => {
		expect(readPositions("\n topic,partition,offset \n")).toEqual({
			...{ positions: [], mistakes: [] },
		});
	});

	test("keeps what is right beside what is wrong, and tells the line of each mistake", () => {
		const text = [
			"topic,partition,offset",
			"orders,0,12",
			"orders,0,13",
			"",
			"orders,one,1",
			"orders,1,-1",
			"orders,1,1e3",
			",1,1",
			"orders,1",
			"orders,1,2,3",
			'"orders,1,2',
			"topic,partition,offset",
			"orders,2,9007199254740993",
			"orders,1,4",
		].join("\n");
		const { positions, mistakes } = readPositions(text);
		expect(positions).toEqual([at("orders", 0, 12), at("orders", 1, 4)]);
		expect(mistakes).toEqual([
			{ line: 3, code: "twice", values: { before: 2 } },
			{ line: 5, code: "partition wrong", values: { said: "one" } },
			{ line: 6, code: "position wrong", values: { said: "-1" } },
			{ line: 7, code: "position wrong", values: { said: "1e3" } },
			{ line: 8, code: "channel missing", values: {} },
			{ line: 9, code: "not three", values: { fields: 2 } },
			{ line: 10, code: "not three", values: { fields: 4 } },
			{ line: 11, code: "quote open", values: {} },
			{ line: 12, code: "partition wrong", values: { said: "partition" } },
			{
				...{ line: 13, code: "position wrong" },
				values: { said: "9007199254740993" },
			},
		]);
	});

	test("that is too long is not read beyond what one clean-up may name", () => {
		const lines = Array.from(
			{ length: partitionsMax + 2 },
			(_, n) => `a,${n},1`,
		);
		const { positions, mistakes } = readPositions(lines.join("\n"));
		expect(positions).toHaveLength(partitionsMax);
		expect(mistakes).toEqual([
			{
				...{ line: partitionsMax + 1, code: "too many" },
				values: { most: partitionsMax },
			},
		]);
	});
});

test("what was written is read again as it was, whatever the names are", () => {
	const channel = fc
		.string({
			unit: fc.constantFrom("a", ".", '"', ",", ";", "\t", " ", "=", "주"),
		})
		.filter((name) => name !== "");
	const one = fc.record({ channel, partition: fc.nat(), position: fc.nat() });
	const all = fc.uniqueArray(one, {
		selector: ({ channel, partition }) => `${partition} ${channel}`,
	});
	fc.assert(
		fc.property(all, (positions) => {
			expect(readPositions(writePositions(positions))).toEqual({
				...{ positions, mistakes: [] },
			});
		}),
	);
});
