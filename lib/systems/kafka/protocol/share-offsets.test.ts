// What does an answer about share groups' positions say, byte by byte?
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
import { shareOffsets } from "./share-offsets.ts";

type Told = {
	readonly partition: number;
	readonly start: bigint;
	readonly lag: bigint;
	readonly code?: number;
};

const answer = (version: number, told: readonly Told[]) =>
	all(
		int32(0),
		list(
			all(
				compact("g"),
				list(
					all(
						...[compact("orders"), Buffer.alloc(16, 7)],
						list(
							...told.map(({ partition, start, lag, code = 0 }) =>
								all(
									...[int32(partition), int64(start), int32(0)],
									...[version >= 1 ? int64(lag) : Buffer.of(), int16(code)],
									...[compact(null), oneTag],
								),
							),
						),
						noTags,
					),
				),
				...[int16(0), compact(null), noTags],
			),
		),
		noTags,
	);

const read = (version: number, told: readonly Told[]) => {
	const [group] = shareOffsets(["g"]).decode(answer(version, told), version);
	expect(group).toMatchObject({ group: "g", code: 0 });
	const [topic] = group?.topics ?? [];
	return {
		partitions: [...(topic?.partitions ?? [])],
		positions: [...(topic?.positions ?? [])],
		lags: [...(topic?.lags ?? [])],
	};
};

const none = Number.NaN;
const rows: readonly [string, Told, number, number][] = [
	["the broker's own figure", { partition: 0, start: 200n, lag: 0n }, 200, 0],
	[
		"before its first use nothing is known",
		{ partition: 0, start: -1n, lag: -1n },
		none,
		none,
	],
	[
		"a lag of minus one is none",
		{ partition: 0, start: 5n, lag: -1n },
		5,
		none,
	],
	[
		"set beyond the end it is below zero",
		{ partition: 0, start: 99_999n, lag: -99_689n },
		99_999,
		-99_689,
	],
	[
		"a partition that failed",
		{ partition: 0, start: 5n, lag: 3n, code: 29 },
		none,
		none,
	],
];

test.each(rows)("%s", (_name, told, position, lag) => {
	expect(read(1, [told])).toEqual({
		...{ partitions: [0], positions: [position], lags: [lag] },
	});
});

test("an older broker tells no lag, and none is made up", () => {
	const told = { partition: 0, start: 200n, lag: 0n };
	expect(read(0, [told])).toEqual({
		...{ partitions: [0], positions: [200], lags: [none] },
	});
});

test("partitions come in any order, and are read in theirs", () => {
	const told = [2, 0, 1].map((partition) => ({
		...{ partition, start: BigInt(partition), lag: BigInt(10 * partition) },
	}));
	expect(read(1, told)).toEqual({
		...{ partitions: [0, 1, 2], positions: [0, 1, 2], lags: [0, 10, 20] },
	});
});

test("an answer that is cut anywhere is refused", () => {
	const bytes = answer(1, [{ partition: 0, start: 200n, lag: 3n }]);
	const request = shareOffsets(["g"]);
	// The last byte ends the answer and says nothing.
	for (let length = 0; length < bytes.length - 1; length++)
		expect(() => request.decode(bytes.subarray(0, length), 1)).toThrow(
			RangeError,
		);
});
