// What do questions that end something look like, and what do their answers say, byte by byte?
import { expect, test } from "vitest";
import {
	all,
	compact,
	int16,
	int32,
	list,
	noTags,
	oneTag,
} from "../for-tests/bytes.ts";
import { deleteGroups } from "./delete-groups.ts";
import { findCoordinator } from "./find-coordinator.ts";
import { leaveGroup } from "./leave-group.ts";
import { offsetDelete } from "./offset-delete.ts";
import type { Request } from "./request.ts";
import { deleteShareOffsets } from "./share-offsets-delete.ts";

const none = compact(null);
const uuid = Buffer.alloc(16, 7);
const plain = (text: string) => {
	const bytes = Buffer.from(text);
	return all(int16(bytes.length), bytes);
};
const plainList = (...entries: readonly Buffer[]) =>
	all(int32(entries.length), ...entries);

const topics = [
	{ topic: "orders", partitions: [0, 7] },
	{ topic: "é", partitions: [1] },
];
const member = { id: "m-1", instanceId: "pod-1" };

test.each<readonly [string, Request<unknown>, Buffer]>([
	[
		"groups that end",
		deleteGroups(["g", "h"]),
		all(list(compact("g"), compact("h")), noTags),
	],
	[
		"positions that go, in the oldest encoding",
		offsetDelete("g", topics),
		all(
			plain("g"),
			plainList(
				all(plain("orders"), plainList(int32(0), int32(7))),
				all(plain("é"), plainList(int32(1))),
			),
		),
	],
	[
		"a member that is taken out, by both of its names",
		leaveGroup("g", member),
		all(
			compact("g"),
			list(
				all(
					...[compact("m-1"), compact("pod-1")],
					...[compact("taken out by an administrator"), noTags],
				),
			),
			noTags,
		),
	],
	[
		"who coordinates a group",
		findCoordinator("g"),
		all(Buffer.of(0), list(compact("g")), noTags),
	],
	[
		"topics that a share group forgets",
		deleteShareOffsets("g", ["orders", "bills"]),
		all(
			compact("g"),
			list(all(compact("orders"), noTags), all(compact("bills"), noTags)),
			noTags,
		),
	],
])("the question about %s", (_, request, bytes) => {
	const written = request.encode(request.newest).buffer;
	expect(written.toString("hex")).toBe(bytes.toString("hex"));
});

const left = (ofGroup: number, ...ofMembers: readonly number[]) =>
	all(
		...[int32(0), int16(ofGroup)],
		list(
			...ofMembers.map((code) =>
				all(compact("m-1"), compact("pod-1"), int16(code), oneTag),
			),
		),
		noTags,
	);

const answers: readonly (readonly [
	string,
	Request<unknown>,
	Buffer,
	unknown,
])[] = [
	[
		"which groups ended, and why another did not",
		deleteGroups(["g", "h"]),
		all(
			int32(0),
			list(
				all(compact("h"), int16(68), oneTag),
				all(compact("g"), int16(0), noTags),
			),
			noTags,
		),
		[
			{ group: "h", code: 68 },
			{ group: "g", code: 0 },
		],
	],
	[
		"which positions went, each with its own code",
		offsetDelete("g", topics),
		all(
			...[int16(0), int32(0)],
			plainList(
				all(
					plain("é"),
					plainList(all(int32(1), int16(86)), all(int32(0), int16(3))),
				),
				all(plain("orders"), plainList()),
			),
		),
		{
			code: 0,
			topics: [
				{
					topic: "é",
					partitions: [
						{ partition: 1, code: 86 },
						{ partition: 0, code: 3 },
					],
				},
				{ topic: "orders", partitions: [] },
			],
		},
	],
	[
		"that no position went, because of the group",
		offsetDelete("g", topics),
		all(int16(69), int32(0), plainList()),
		{ code: 69, topics: [] },
	],
	[
		"which node coordinates a group, or that none does just now",
		findCoordinator("g"),
		all(
			int32(0),
			list(
				all(
					...[compact("g"), int32(2), compact("broker-2"), int32(9092)],
					...[int16(0), none, oneTag],
				),
				all(
					...[compact("h"), int32(-1), compact(""), int32(-1)],
					...[int16(15), compact("loading"), noTags],
				),
			),
			noTags,
		),
		[
			{ group: "g", node: 2, code: 0 },
			{ group: "h", node: -1, code: 15 },
		],
	],
	["that a member is out", leaveGroup("g", member), left(0, 0), 0],
	["that it came back", leaveGroup("g", member), left(0, 82), 82],
	["that the group is elsewhere", leaveGroup("g", member), left(16), 16],
	[
		"which topics a share group forgot",
		deleteShareOffsets("g", ["orders", "bills"]),
		all(
			...[int32(0), int16(0), none],
			list(
				all(...[compact("orders"), uuid, int16(0), none, noTags]),
				all(...[compact("bills"), uuid, int16(3), compact("no"), oneTag]),
			),
			noTags,
		),
		{
			code: 0,
			topics: [
				{ topic: "orders", code: 0 },
				{ topic: "bills", code: 3 },
			],
		},
	],
	[
		"that a share group has members",
		deleteShareOffsets("g", ["orders"]),
		all(...[int32(0), int16(68), compact("not empty"), list(), noTags]),
		{ code: 68, topics: [] },
	],
];

test.each(answers)("an answer says %s", (_, request, bytes, told) => {
	expect(request.decode(bytes, request.newest)).toEqual(told);
});

test.each(answers)(
	"an answer that says %s and is cut anywhere is refused",
	(_, request, bytes) => {
		// The last byte of a tagged one ends the answer and says nothing.
		const whole = request.isUntagged ? bytes.length : bytes.length - 1;
		for (let length = 0; length < whole; length++)
			expect(() =>
				request.decode(bytes.subarray(0, length), request.newest),
			).toThrow(RangeError);
	},
);

test("an answer about no member says nothing of the one that was meant", () => {
	const { decode } = leaveGroup("g", member);
	expect(() => decode(left(0), 5)).toThrow(RangeError);
});
