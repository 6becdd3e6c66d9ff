// Which rows of a store are believed to be clean-ups that somebody asked for, and which to be targets?
import { describe, expect, test } from "vitest";
import { isWish } from "../errand.ts";
import { isCleanUp, membersMax, partitionsMax } from "./believed.ts";
import { actions, type CleanUp, fates, reclaimAll } from "./clean-up.ts";
import { areTargets, targetsMax } from "./undertaking.ts";

const plain = (...names: readonly CleanUp["action"][]) =>
	names.map((action) => [`${action} needs nothing more`, { action }] as const);

const reset = (to: unknown, partitions: unknown = null) => ({
	...{ action: "reset", partitions, to },
});
const listed = (position: unknown, count = 1) =>
	reset({
		place: "listed",
		positions: Array(count).fill({ channel: "a", partition: 0, position }),
	});

describe("a clean-up", () => {
	test.each<readonly [string, unknown]>([
		...plain("count", "clear", "park", "forget", "trim", "destroy"),
		...plain("delete", "purge"),
		["all that are dead are reclaimed", reclaimAll],
		["some members are reclaimed", { ...reclaimAll, members: ["a", ""] }],
		[
			"old and often delivered ones of the stuck go to another channel",
			{
				...{ ...reclaimAll, stuck: true, idleMinMs: 60_000, deliveriesMin: 3 },
				...{ fate: "dead-letter", to: "orders:dead", remove: false },
			},
		],
		...fates.map((fate) => [fate, { ...reclaimAll, fate }] as const),
		["all that are dead are removed", { action: "remove", members: null }],
		["one is removed", { action: "remove", members: ["a"] }],
		["it is put back from the usual place", { action: "redrive", from: null }],
		["it is put back from a place", { action: "redrive", from: "b" }],
		["an errand is taken back", { action: "undo", errand: "a" }],
		[
			"what lies still goes before all that waits",
			{ action: "recover", from: null, served: "next" },
		],
		[
			"what lies in one place goes behind it",
			{ action: "recover", from: ["a:processing"], served: "last" },
		],
		["one member is taken out", { action: "evict", member: "a" }],
		["messages go to another channel", { action: "move", to: "b" }],
		["nobody said where they go yet", { action: "move", to: null }],
		["a group begins at the first", reset({ place: "first" })],
		["some partitions go to the end", reset({ place: "end" }, [0, 7])],
		["it reads on at a time", reset({ place: "time", atMs: 1 })],
		["it goes back by an hour", reset({ place: "ago", ms: 3_600_000 })],
		["it goes back by messages", reset({ place: "shift", messages: -3 })],
		["it stands at a position", reset({ place: "exact", position: 0 })],
		["it stands where another does", reset({ place: "group", group: "" })],
		["as many positions as one may list", listed(0, partitionsMax)],
		[
			"as many members as one may name",
			{ action: "remove", members: Array(membersMax).fill("a") },
		],
	])("is believed: %s", (_, wish) => {
		expect(isCleanUp(wish)).toBe(true);
	});

	test.each<readonly [string, unknown]>([
		["nothing", null],
		["a word", "trim"],
		["a list", [{ action: "trim" }]],
		["no action", {}],
		["an action nobody offers", { action: "drop" }],
		["a name every object has", { action: "constructor" }],
		["a reclaim without a word more", { action: "reclaim" }],
		["no members at all", { ...reclaimAll, members: [] }],
		["members that are no names", { ...reclaimAll, members: [1] }],
		["one name where a list belongs", { ...reclaimAll, members: "a" }],
		[
			"a name longer than any",
			{ action: "remove", members: ["a".repeat(65_537)] },
		],
		[
			"more members than one may name",
			{ action: "remove", members: Array(membersMax + 1).fill("a") },
		],
		["members left out", { action: "remove" }],
		["time before all time", { ...reclaimAll, idleMinMs: -1 }],
		["half a millisecond", { ...reclaimAll, idleMinMs: 0.5 }],
		["no number", { ...reclaimAll, idleMinMs: Number.NaN }],
		["endless time", { ...reclaimAll, idleMinMs: Infinity }],
		["a number as text", { ...reclaimAll, idleMinMs: "0" }],
		["what was never delivered", { ...reclaimAll, deliveriesMin: 0 }],
		["a fate nobody offers", { ...reclaimAll, fate: "burn" }],
		["a fate left out", { ...reclaimAll, fate: undefined }],
		["a receiver that is no name", { ...reclaimAll, to: 7 }],
		["perhaps stuck", { ...reclaimAll, stuck: "yes" }],
		["perhaps removed", { ...reclaimAll, remove: 1 }],
		["nothing to put back from", { action: "redrive" }],
		["nothing to take back", { action: "undo", errand: null }],
		["a lying somewhere else", { action: "recover", from: [], served: "next" }],
		["served whenever", { action: "recover", from: null, served: "soon" }],
		["all members taken out", { action: "evict", member: null }],
		["a move without a word of where", { action: "move" }],
		["a move to what is no name", { action: "move", to: 7 }],
		["a reset to nowhere", reset(null)],
		["a place nobody knows", reset({ place: "middle" })],
		["a time that is none", reset({ place: "time", atMs: "now" })],
		["a time beyond all time", reset({ place: "time", atMs: 8.64e15 + 1 })],
		["ago in the future", reset({ place: "ago", ms: -1 })],
		["a step of nothing", reset({ place: "shift", messages: 0 })],
		["a position before the first", reset({ place: "exact", position: -1 })],
		["another group without a name", reset({ place: "group" })],
		["no partitions at all", reset({ place: "end" }, [])],
		["a partition that is none", reset({ place: "end" }, [-1])],
		["no positions listed", reset({ place: "listed", positions: [] })],
		["half a position", listed(0.5)],
		["more positions than one may list", listed(0, partitionsMax + 1)],
	])("is not believed: %s", (_, wish) => {
		expect(isCleanUp(wish)).toBe(false);
	});

	test("every action has a wish that is believed", () => {
		const wishes: Readonly<Record<CleanUp["action"], CleanUp>> = {
			count: { action: "count" },
			remove: { action: "remove", members: null },
			clear: { action: "clear" },
			park: { action: "park" },
			reclaim: reclaimAll,
			redrive: { action: "redrive", from: null },
			undo: { action: "undo", errand: "a" },
			trim: { action: "trim" },
			destroy: { action: "destroy" },
			recover: { action: "recover", from: null, served: "next" },
			evict: { action: "evict", member: "a" },
			move: { action: "move", to: "b" },
			delete: { action: "delete" },
			purge: { action: "purge" },
			reset: { action: "reset", partitions: null, to: { place: "end" } },
			forget: { action: "forget" },
		};
		for (const action of actions) expect(isCleanUp(wishes[action])).toBe(true);
	});
});

const id = "x".repeat(43);

describe("targets", () => {
	test.each<readonly [string, unknown]>([
		["one subscription", { subscriptions: [id] }],
		[
			"as many as one errand takes",
			{ subscriptions: Array(targetsMax).fill(id) },
		],
		["all there are", { filter: "" }],
		["all that match", { filter: "verdict:stalled" }],
	])("are believed: %s", (_, targets) => {
		expect(areTargets(targets)).toBe(true);
	});

	test.each<readonly [string, unknown]>([
		["nothing", null],
		["neither", {}],
		["both", { subscriptions: [id], filter: "" }],
		["no subscription", { subscriptions: [] }],
		["a subscription that is no address", { subscriptions: ["x"] }],
		["an address with another sign", { subscriptions: [`${id.slice(1)}/`] }],
		["an address and a line more", { subscriptions: [`${id}\n`] }],
		[
			"more than one errand takes",
			{ subscriptions: Array(targetsMax + 1).fill(id) },
		],
		["a filter longer than any", { filter: "a".repeat(2_001) }],
		["a filter that is no text", { filter: null }],
	])("are not believed: %s", (_, targets) => {
		expect(areTargets(targets)).toBe(false);
	});

	test("an errand is believed with both, and with neither alone", () => {
		const [targets, cleanUp] = [{ filter: "" }, { action: "trim" }];
		expect(isWish({ verb: "clean up", targets, cleanUp })).toBe(true);
		expect(isWish({ verb: "clean up", targets })).toBe(false);
		expect(isWish({ verb: "clean up", cleanUp })).toBe(false);
		expect(isWish({ verb: "look", targets, cleanUp })).toBe(false);
	});
});
