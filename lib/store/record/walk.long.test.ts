// Is any change of a record found, wherever it strikes? Hundreds at random, from a seed that is printed.
import { expect, test } from "vitest";
import { hashOf, noHash } from "./chain.ts";
import type { Head } from "./seal.ts";
import { type StoredLine, walk } from "./walk.ts";

const key = Buffer.alloc(32, 7);

function written(count: number): readonly StoredLine[] {
	const lines: StoredLine[] = [];
	for (let n = 1; n <= count; n++) {
		const line = Buffer.from(`{"n":${n},"same":"in each"}`);
		const before = lines.at(-1)?.hash ?? noHash;
		lines.push({ n, line, hash: hashOf(key, before, n, line) });
	}
	return lines;
}

const headAt = (lines: readonly StoredLine[], n: number): Head => ({
	...{ n, hash: lines[n - 1]?.hash ?? noHash },
});

const foundIn = (lines: readonly StoredLine[], head: Head) =>
	walk({ key, head, lines });

test.each([0, 1, 2, 50])("%i lines as they were written are whole", (count) => {
	const lines = written(count);
	expect(foundIn(lines, headAt(lines, count))).toEqual({
		...{ isWhole: true, lines: count, isHeadBehind: false, accepted: null },
		hash: headAt(lines, count).hash,
	});
});

test("a head one behind is what a crash leaves, and two behind is not", () => {
	const lines = written(5);
	expect(foundIn(lines, headAt(lines, 4))).toMatchObject({
		...{ isWhole: true, isHeadBehind: true },
	});
	expect(foundIn(lines, headAt(lines, 3))).toMatchObject({ fault: "head old" });
	const one = written(1);
	expect(foundIn(one, headAt(one, 0))).toMatchObject({ isHeadBehind: true });
});

type Random = (below: number) => number;

function randomOf(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** What is done to the lines, and the first that is wrong then. */
const changes: Readonly<
	Record<
		string,
		(
			lines: StoredLine[],
			at: number,
			random: Random,
		) => readonly [StoredLine[], number]
	>
> = {
	edited(lines, at, random) {
		const line = Buffer.from(lines[at]?.line ?? []);
		const place = random(line.length);
		line[place] = (line[place] ?? 0) ^ (1 + random(255));
		return [replaced(lines, at, { line }), at + 1];
	},
	"hashed anew": (lines, at, random) => {
		const hash = hashOf(Buffer.alloc(32, random(256)), noHash, at, "x");
		return [replaced(lines, at, { hash }), at + 1];
	},
	deleted: (lines, at) => [lines.toSpliced(at, 1), at + 1],
	"deleted and closed": (lines, at) => [
		lines.toSpliced(at, 1).map((it, i) => ({ ...it, n: i + 1 })),
		at + 1,
	],
	"put in": (lines, at, random) => {
		const strange = lines[random(lines.length)];
		const all = strange ? lines.toSpliced(at, 0, strange) : lines;
		const first = all.findIndex(
			(it, i) => it.n !== i + 1 || it.line !== lines[i]?.line,
		);
		return [all.map((it, i) => ({ ...it, n: i + 1 })), first + 1];
	},
	swapped(lines, at, random) {
		const other = (at + 1 + random(lines.length - 1)) % lines.length;
		const [a, b] = [lines[at], lines[other]];
		if (!a || !b) return [lines, 0];
		const all = lines.with(at, { ...b, n: a.n }).with(other, { ...a, n: b.n });
		return [all, Math.min(at, other) + 1];
	},
	"cut off": (lines, at) => [lines.slice(0, at), at + 1],
};

const replaced = (
	lines: StoredLine[],
	at: number,
	part: Partial<StoredLine>,
): StoredLine[] => lines.map((it, i) => (i === at ? { ...it, ...part } : it));

test.each(Object.entries(changes))(
	"lines that were %s are found in each of 300 records, the first wrong one by its number",
	(_, change) => {
		const seed = Math.floor(Math.random() * 2 ** 32);
		const random = randomOf(seed);
		for (let round = 0; round < 300; round++) {
			const lines = [...written(2 + random(20))];
			const at = random(lines.length);
			const [changed, line] = change([...lines], at, random);
			const found = foundIn(changed, headAt(lines, lines.length));
			expect(found, `seed ${seed}, round ${round}`).toMatchObject({
				...{ isWhole: false, line },
			});
		}
	},
);
