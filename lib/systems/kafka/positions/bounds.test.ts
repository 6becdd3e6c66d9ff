// Is no more read than fits, and always the same, whatever order the nodes answer in?
import { expect, test } from "vitest";
import type { ListedGroup } from "../protocol/group-requests.ts";
import { Bounds } from "./bounds.ts";

const listed = (...groups: readonly string[]): ListedGroup[] =>
	groups.map((group) => ({
		...{ group, type: "classic", state: "Empty", protocol: "" },
	}));
const names = (groups: readonly ListedGroup[]) =>
	groups.map(({ group }) => group);
const answer = (group: string, ...topics: readonly number[]) => ({
	group,
	topics: topics.map((length) => ({ positions: { length } })),
});

const plenty = { groups: 1_000, subscriptions: 1_000, positions: 100_000 };

test("more groups than fit are left out, and said to be", () => {
	const bounds = new Bounds({ ...plenty, groups: 2 });
	bounds.begin();
	expect(names(bounds.admit(listed("a", "b", "c", "d")))).toEqual(["a", "b"]);
	expect(bounds.troubles()).toMatchObject([
		{ code: "too much", detail: expect.stringMatching(/^2 groups are left/) },
	]);
});

test("whoever was read is read again, though others are listed before it", () => {
	const bounds = new Bounds({ ...plenty, groups: 2 });
	bounds.begin();
	bounds.admit(listed("m", "n"));
	bounds.begin();
	expect(names(bounds.admit(listed("a", "b", "c")))).toEqual([]);
	expect(names(bounds.admit(listed("n", "m")))).toEqual(["n", "m"]);
});

test("a group that is gone makes room for another", () => {
	const bounds = new Bounds({ ...plenty, groups: 1 });
	bounds.begin();
	bounds.admit(listed("a"));
	bounds.keep(new Set(["b"]));
	bounds.begin();
	expect(names(bounds.admit(listed("b")))).toEqual(["b"]);
	expect(bounds.troubles()).toEqual([]);
});

test("answers larger than guessed are dropped in the tick they come, and not asked for in the next", () => {
	const bounds = new Bounds({ ...plenty, positions: 1_000 });
	bounds.begin();
	expect(bounds.admit(listed("a", "b", "c"))).toHaveLength(3);
	expect(bounds.keeps(answer("b", 300, 300))).toBe(true);
	expect(bounds.keeps(answer("a", 500))).toBe(false);
	expect(bounds.keeps(answer("c", 400))).toBe(true);
	expect(bounds.troubles()).toHaveLength(1);
	bounds.begin();
	expect(names(bounds.admit(listed("a", "b", "c")))).toEqual(["b", "c"]);
	expect(bounds.troubles()).toHaveLength(1);
});

test("a group of very many topics weighs as many subscriptions", () => {
	const bounds = new Bounds({ ...plenty, subscriptions: 10 });
	bounds.begin();
	bounds.admit(listed("a", "b"));
	bounds.keeps(answer("a", 1));
	bounds.keeps(answer("b", ...Array<number>(10).fill(1)));
	bounds.begin();
	expect(names(bounds.admit(listed("a", "b")))).toEqual(["a"]);
	expect(listed("a", "b").map(bounds.isRead)).toEqual([true, false]);
});
