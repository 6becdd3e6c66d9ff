// How many groups are asked for in one request, and what does a node say of them that is not ready?
import { expect, test } from "vitest";
import {
	all,
	compact,
	int16,
	int32,
	int64,
	list,
	noTags,
} from "../for-tests/bytes.ts";
import { Bounds } from "../positions/bounds.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import type { Request } from "../protocol/request.ts";
import { hasPositions, inBatches, namesOf, readShare } from "./share.ts";
import { Takeovers } from "./takeovers.ts";

const groups = (count: number): ListedGroup[] =>
	Array.from({ length: count }, (_, i) => ({
		...{ group: `g${i}`, type: "classic", state: "Stable", protocol: "" },
	}));

const rows: readonly [string, number, number, number[]][] = [
	["no group, no request", 0, 1, []],
	["few groups go together", 3, 1, [3]],
	["never more than a hundred", 201, 1, [100, 100, 1]],
	["fewer where each has many positions", 5, 8_000, [2, 2, 1]],
	["a group too large for any request goes alone", 2, 90_000, [1, 1]],
];

test.each(rows)("%s", (_name, count, positions, sizes) => {
	const all = groups(count);
	const batches = inBatches(all, () => positions);
	expect(batches.map(({ length }) => length)).toEqual(sizes);
	expect(batches.flatMap(namesOf)).toEqual(namesOf(all));
});

test("share groups keep their positions elsewhere; all others are asked", () => {
	const types = ["classic", "consumer", "streams", "share"];
	const asked = types.filter((type) =>
		hasPositions({ group: "g", type, state: "Stable", protocol: "" }),
	);
	expect(asked).toEqual(["classic", "consumer", "streams"]);
});

const names = ["moving", "staying"];

const listed = (code: number): Buffer =>
	all(
		...[int32(0), int16(code)],
		list(
			...(code === 0 ? names : []).map((name) =>
				all(
					...[compact(name), compact("consumer"), compact("Empty")],
					...[compact("classic"), noTags],
				),
			),
		),
		noTags,
	);

/** Refused, a group comes without a topic, and the answer itself is none the less whole. */
const fetched = (code: number): Buffer => {
	const position = all(
		...[int32(0), int64(7n), int32(-1), compact("")],
		...[int16(0), noTags],
	);
	const topic = all(compact("orders"), list(position), noTags);
	const [moving = "", staying = ""] = names;
	return all(
		int32(0),
		list(
			all(compact(moving), list(), int16(code), noTags),
			all(compact(staying), list(topic), int16(0), noTags),
		),
		noTags,
	);
};

const shareSaid = (answers: Readonly<Record<string, Buffer>>) => {
	const link = {
		async ask<Answer>({ name, decode }: Request<Answer>): Promise<Answer> {
			return decode(
				answers[name] ?? Buffer.alloc(0),
				name === "ListGroups" ? 5 : 9,
			);
		},
	};
	return readShare(3, {
		...{ link, bounds: new Bounds(), takeovers: new Takeovers() },
		...{ positionsOf: () => 1, isChosen: () => true, untilMs: 1_000 },
	});
};

/** Of these a broker shows 15 to nobody who only reads: it answers no question before it starts its coordinator, nor after it has ended it. */
const notReady: readonly (readonly [number, string])[] = [
	[14, "COORDINATOR_LOAD_IN_PROGRESS"],
	[15, "COORDINATOR_NOT_AVAILABLE"],
	[16, "NOT_COORDINATOR"],
];

test.each(notReady)(
	"a node that lists nothing with code %i has not said that there is nothing",
	async (code, detail) => {
		const share = await shareSaid({ ListGroups: listed(code) });
		expect(share).toMatchObject({
			...{ groups: [], positions: [] },
			trouble: { code: "not ready", part: "node 3", detail },
		});
	},
);

test.each(notReady)(
	"a group refused with code %i has no positions that are known, and leaves those of others",
	async (code, detail) => {
		const share = await shareSaid({
			...{ ListGroups: listed(0), OffsetFetch: fetched(code) },
		});
		expect(share.positions.map(({ group }) => group)).toEqual(["staying"]);
		expect(share.denied).toEqual([]);
		expect(share.trouble).toEqual({
			...{ code: "not ready", part: "node 3", detail },
		});
	},
);
