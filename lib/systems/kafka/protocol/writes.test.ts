// What do questions look like that put positions, what do their answers say, and is what was written beside a position read?
import { expect, test } from "vitest";
import {
	all,
	compact,
	int16,
	int32,
	int64,
	list,
	noTags,
	oneTag,
} from "../for-tests/bytes.ts";
import { committed, decodeCommitted } from "./committed.ts";
import { offsetCommit } from "./offset-commit.ts";
import type { Request } from "./request.ts";
import { alterShareOffsets } from "./share-alter.ts";

const none = compact(null);
const uuid = Buffer.alloc(16, 7);
const put = (topic: string, partition: number, position: number) => ({
	...{ topic, partition, position, metadata: `of ${partition}` },
});
const puts = [put("orders", 0, 5), put("é", 1, 2 ** 40), put("orders", 7, 6)];

const written = (partition: number, position: bigint) =>
	all(
		...[int32(partition), int64(position), int32(-1)],
		...[compact(`of ${partition}`), noTags],
	);

test.each<readonly [string, Request<unknown>, Buffer]>([
	[
		"positions, by no member of no generation",
		offsetCommit("g", puts),
		all(
			...[compact("g"), int32(-1), compact(""), none],
			list(
				all(compact("orders"), list(written(0, 5n), written(7, 6n)), noTags),
				all(compact("é"), list(written(1, 2n ** 40n)), noTags),
			),
			noTags,
		),
	],
	[
		"where a share group begins",
		alterShareOffsets("g", puts),
		all(
			compact("g"),
			list(
				all(
					compact("orders"),
					list(
						all(int32(0), int64(5n), noTags),
						all(int32(7), int64(6n), noTags),
					),
					noTags,
				),
				all(
					compact("é"),
					list(all(int32(1), int64(2n ** 40n), noTags)),
					noTags,
				),
			),
			noTags,
		),
	],
	[
		"every position, none while a transaction writes it",
		committed("g", null),
		all(
			list(all(compact("g"), none, int32(-1), none, noTags)),
			...[Buffer.of(1), noTags],
		),
	],
	[
		"positions of some partitions",
		committed("g", [{ topic: "orders", partitions: [3, 1] }]),
		all(
			list(
				all(
					...[compact("g"), none, int32(-1)],
					list(all(compact("orders"), list(int32(3), int32(1)), noTags)),
					noTags,
				),
			),
			...[Buffer.of(1), noTags],
		),
	],
])("the question about %s", (_, request, bytes) => {
	const question = request.encode(request.newest).buffer;
	expect(question.toString("hex")).toBe(bytes.toString("hex"));
});

const row = (partition: number, position: bigint, note: string, code = 0) =>
	all(
		...[int32(partition), int64(position), int32(4), compact(note)],
		...[int16(code), oneTag],
	);

const fetched = all(
	int32(0),
	list(
		all(
			compact("g"),
			list(
				all(
					compact("orders"),
					list(row(1, 9n, "at noon"), row(0, -1n, ""), row(2, -1n, "", 88)),
					noTags,
				),
			),
			...[int16(0), oneTag],
		),
	),
	noTags,
);

test("positions come with what was written beside them, and those a transaction writes by their code", () => {
	const own = { topic: "orders", epoch: 4 };
	expect(decodeCommitted(fetched, "g")).toMatchObject({
		code: 0,
		rows: [
			{ ...own, partition: 1, position: 9, metadata: "at noon", code: 0 },
			{ ...own, partition: 0, position: -1, metadata: "", code: 0 },
			{ ...own, partition: 2, position: null, metadata: "", code: 88 },
		],
	});
});

test("an answer about another group is none", () => {
	expect(() => decodeCommitted(fetched, "h")).toThrow("missing");
});

const answers: readonly (readonly [
	string,
	Request<unknown>,
	Buffer,
	unknown,
])[] = [
	[
		"which positions were put, and which were not",
		offsetCommit("g", puts),
		all(
			int32(0),
			list(
				all(compact("é"), list(all(int32(1), int16(3), oneTag)), noTags),
				all(
					compact("orders"),
					list(
						all(int32(7), int16(0), noTags),
						all(int32(0), int16(25), noTags),
					),
					oneTag,
				),
			),
			noTags,
		),
		[
			{ topic: "é", partition: 1, code: 3 },
			{ topic: "orders", partition: 7, code: 0 },
			{ topic: "orders", partition: 0, code: 25 },
		],
	],
	[
		"where a share group begins now",
		alterShareOffsets("g", puts),
		all(
			...[int32(0), int16(0), none],
			list(
				all(
					...[compact("orders"), uuid],
					list(
						all(int32(0), int16(0), none, noTags),
						all(int32(7), int16(3), compact("no such one"), oneTag),
					),
					noTags,
				),
			),
			noTags,
		),
		{
			code: 0,
			partitions: [
				{ topic: "orders", partition: 0, code: 0 },
				{ topic: "orders", partition: 7, code: 3 },
			],
		},
	],
	[
		"that a share group has members",
		alterShareOffsets("g", puts),
		all(int32(0), int16(68), compact("not empty"), list(), noTags),
		{ code: 68, partitions: [] },
	],
];

test.each(answers)("an answer says %s", (_, request, bytes, said) => {
	expect(request.decode(bytes, request.newest)).toEqual(said);
});
