// Are answers followed through any pieces, and is one that is too large seen before it comes?
import fc from "fast-check";
import { expect, test } from "vitest";
import { answerMaxBytes, Frames } from "./frames.ts";

function announcing(size: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(size);
	return bytes;
}

const answer = (size: number) =>
	Buffer.concat([announcing(size), Buffer.alloc(size, 0xff)]);

function inPieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
	const places = [...cuts.map((cut) => cut % (bytes.length + 1))];
	const edges = [0, ...places.sort((a, b) => a - b), bytes.length];
	return edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge));
}

test("answers that may be read pass in whatever pieces they come, and the one after them that is too large is seen", () => {
	const sizes = fc.array(fc.nat(300), { maxLength: 6 });
	const cuts = fc.array(fc.nat(), { maxLength: 12 });
	fc.assert(
		fc.property(sizes, cuts, cuts, (sizes, cuts, more) => {
			const frames = new Frames();
			for (const piece of inPieces(Buffer.concat(sizes.map(answer)), cuts))
				expect(frames.excessIn(piece)).toBeNull();
			const size = answerMaxBytes + 1;
			const told = inPieces(announcing(size), more).map((piece) =>
				frames.excessIn(piece),
			);
			expect(told.filter((excess) => excess !== null)).toEqual([size]);
		}),
	);
});

test("the largest answer allowed is allowed, and a negative size is not", () => {
	expect(new Frames().excessIn(announcing(answerMaxBytes))).toBeNull();
	expect(new Frames().excessIn(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toBe(
		2 ** 32 - 1,
	);
});
