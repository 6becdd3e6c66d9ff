// Is what is in progress told to belong to the list it was taken from?
import { expect, test } from "vitest";
import { ownerOf } from "./owner.ts";

const one = "orders:worker-1:processing";

test.each([
	["a list beside its pair", "orders:processing", [], [], "orders", true],
	["a worker of a list that is there", one, [], ["orders"], "orders", true],
	[
		"a pair whose own list is there",
		"shop:orders:processing",
		[],
		["shop", "shop:orders"],
		"shop:orders",
		true,
	],
	[
		"workers with numbers, while their list is empty",
		one,
		["orders:worker-2:processing"],
		[],
		"orders",
		false,
	],
	[
		"pairs in one name space, while their lists are empty",
		"shop:orders:processing",
		["shop:mails:processing"],
		[],
		"shop:orders",
		false,
	],
	["one alone, of which nothing tells", one, [], [], "orders:worker-1", false],
] as const)("%s", (_, key, others, lists, name, isSure) => {
	const there: readonly string[] = lists;
	const owner = ownerOf(key, [key, ...others], (it) => there.includes(it));
	expect(owner).toEqual({ name, isSure });
});
