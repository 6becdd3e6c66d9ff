// What do the answers about members say, byte by byte?
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
import { describeBy } from "./describe.ts";
import type { Member } from "./described.ts";

const numbers = (...them: number[]) => list(...them.map(int32));
const texts = (...them: string[]) => list(...them.map(compact));
const uuid = Buffer.alloc(16, 7);
const absent = Buffer.of(0xff);
const present = Buffer.of(1);

const answer = (
	afterEpochs: Buffer,
	members: readonly Buffer[],
	over: { code?: number } = {},
) =>
	all(
		...[int32(0), Buffer.of(2), int16(over.code ?? 0), compact(null)],
		...[compact("g"), compact("Stable"), int32(3), int32(3), afterEpochs],
		...[list(...members), int32(-2147483648), oneTag, noTags],
	);

const assignment = (topic: string, ...partitions: number[]) =>
	all(list(all(uuid, compact(topic), numbers(...partitions), noTags)), noTags);

const consumer = (
	id: string,
	instance: string | null,
	epoch: number,
	type: Buffer,
) =>
	all(
		...[compact(id), compact(instance), compact("rack"), int32(epoch)],
		...[compact("client"), compact("/10.0.0.1"), texts("a", "b")],
		...[compact(null), assignment("a", 2, 0), assignment("a", 0, 1, 2)],
		...[type, oneTag],
	);

const share = (id: string) =>
	all(
		...[compact(id), compact(null), int32(4), compact("client")],
		...[compact("/10.0.0.1"), texts("a"), assignment("a", 1), noTags],
	);

const inner = (topic: string) =>
	all(
		...[compact(topic), int32(3), int16(1)],
		...[list(all(compact("k"), compact("v"), noTags)), noTags],
	);

const topology = all(
	...[present, int32(1)],
	list(
		all(
			...[compact("0"), texts("a"), texts("a-repartition")],
			...[list(inner("a-changelog")), list(), noTags],
		),
		all(
			...[compact("1"), texts("b"), texts(), list()],
			...[list(inner("a-repartition")), noTags],
		),
	),
	noTags,
);

const tasks = (part: string, ...partitions: number[]) =>
	list(all(compact(part), numbers(...partitions), noTags));

const streams = (id: string, part: string, isClassic: boolean) =>
	all(
		...[compact(id), int32(5), compact("pod-1"), compact(null)],
		...[compact("client"), compact("/10.0.0.1"), int32(1), compact("process")],
		...[present, compact("host"), int16(80), noTags],
		list(all(compact("zone"), compact("b"), noTags)),
		list(all(compact("0"), int32(1), int64(9n), noTags)),
		list(),
		all(tasks(part, 1, 0), tasks("0", 2), list(), noTags),
		all(list(), list(), list(), noTags),
		...[Buffer.of(isClassic ? 1 : 0), noTags],
	);

function told(type: string, bytes: Buffer, version: number) {
	const [group, ...others] =
		describeBy.get(type)?.(["g"]).decode(bytes, version) ?? [];
	expect(others).toEqual([]);
	expect(group).toMatchObject({ group: "g", state: "Stable" });
	return group?.members ?? [];
}

const facts = ({ partitionsOf, ...rest }: Member) => ({
	...rest,
	a: partitionsOf("a"),
	other: partitionsOf("other"),
});

test("a consumer group's members have their assignment in clear, and nothing of other topics", () => {
	const version1 = (speaks: number) => Buffer.of(speaks);
	const bytes = answer(compact("uniform"), [
		consumer("m-1", null, 4, version1(1)),
		consumer("m-2", "pod-2", -2, version1(1)),
		consumer("m-3", "pod-3", 4, version1(0)),
	]);
	const common = {
		clientId: "client",
		host: "/10.0.0.1",
		a: [0, 2],
		other: [],
	};
	expect(told("consumer", bytes, 1).map(facts)).toEqual([
		{ ...common, id: "m-1", instanceId: null, isAway: false, mayBeDead: false },
		{
			...common,
			id: "m-2",
			instanceId: "pod-2",
			isAway: true,
			mayBeDead: false,
		},
		{
			...common,
			id: "m-3",
			instanceId: "pod-3",
			isAway: false,
			mayBeDead: true,
		},
	]);
});

test("a broker that does not tell which protocol a static member speaks leaves open whether it died", () => {
	const bytes = answer(compact("uniform"), [
		consumer("m-1", null, 4, Buffer.of()),
		consumer("m-2", "pod-2", 4, Buffer.of()),
	]);
	const members = told("consumer", bytes, 0);
	expect(members.map(({ mayBeDead }) => mayBeDead)).toEqual([false, true]);
});

test("a share group's members have no instance, and are there as long as they are named", () => {
	const bytes = answer(compact("simple"), [share("m-1"), share("m-2")]);
	const members = told("share", bytes, 1);
	expect(members.map(facts)).toEqual(
		["m-1", "m-2"].map((id) => ({
			...{ id, instanceId: null, clientId: "client", host: "/10.0.0.1" },
			...{ isAway: false, mayBeDead: false, a: [1], other: [] },
		})),
	);
});

test("a streams member reads, of each topic of its part, the partitions its active tasks are numbered by", () => {
	const bytes = answer(topology, [
		streams("m-1", "0", false),
		streams("m-2", "1", true),
	]);
	const [first, second] = told("streams", bytes, 0);
	expect(first).toMatchObject({ instanceId: "pod-1", mayBeDead: false });
	expect(second).toMatchObject({ id: "m-2", mayBeDead: true });
	expect(first?.partitionsOf("a")).toEqual([0, 1]);
	expect(second?.partitionsOf("a")).toEqual([]);
	expect(second?.partitionsOf("a-repartition")).toEqual([0, 1]);
	expect(second?.partitionsOf("b")).toEqual([0, 1]);
});

test("without a topology nobody knows what a streams member reads", () => {
	const bytes = answer(absent, [streams("m-1", "0", false)]);
	expect(told("streams", bytes, 0)[0]?.partitionsOf("a")).toBeNull();
});

test.each([
	[
		"consumer",
		1,
		answer(compact("uniform"), [consumer("m", "i", 4, Buffer.of(1))]),
	],
	["share", 1, answer(compact("simple"), [share("m")])],
	["streams", 0, answer(topology, [streams("m", "0", false)])],
] as const)(
	"an answer about a %s group that is cut anywhere is refused",
	(type, version, bytes) => {
		const request = describeBy.get(type)?.(["g"]);
		expect(request?.decode(bytes, version)).toHaveLength(1);
		// The last byte ends the answer and says nothing.
		for (let length = 0; length < bytes.length - 1; length++)
			expect(() => request?.decode(bytes.subarray(0, length), version)).toThrow(
				RangeError,
			);
	},
);
