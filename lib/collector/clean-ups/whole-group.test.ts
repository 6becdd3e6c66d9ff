// Is a clean-up of a whole group planned once for each group, whichever of its channels it was asked from?
import { expect, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import { idOf } from "#lib/core/subscription.ts";
import { factOf, goneOf, rowOf } from "#lib/store/contract-rows.ts";
import { scene } from "../for-tests/clean-ups.ts";

const destroy: CleanUp = { action: "destroy" };
const inGroup = (channel: string, group = "billing", broker = "one") =>
	rowOf(channel, { group, broker });

/** What is on the board beside what a scene begins with, and who asks for the end of groups. */
async function grouped(
	rows: readonly ReturnType<typeof rowOf>[],
	...change: Parameters<typeof scene>
) {
	const here = await scene(...change);
	for (const name of ["one", "two"]) {
		const its = rows.filter(({ broker }) => broker === name);
		const broker = factOf({ name });
		await here.web.board.write({ broker, rows: its, gone: [] });
	}
	async function planned(cleanUp: CleanUp, targets: Targets) {
		const id = await here.ask(cleanUp, targets);
		const { undertaking } = await here.reaches(id, "planned");
		const targetsOf = undertaking?.targets ?? [];
		return {
			...{ id, leftOut: undertaking?.leftOut },
			groups: targetsOf.map(({ subscription: { channel, group, broker } }) =>
				[broker, group, channel].join(" "),
			),
			failures: targetsOf.map(({ failure }) => failure?.key ?? null),
		};
	}
	async function foundFrom(subscription: string) {
		const asked = { filter: { subscription }, limit: 9, cursor: null };
		const { errands } = await here.web.errands.list(asked);
		return errands.map(({ id }) => id);
	}
	return { ...here, planned, foundFrom };
}

const named = (rows: readonly ReturnType<typeof rowOf>[]): Targets => ({
	subscriptions: rows.map(({ id }) => id),
});

test("several channels of one group are one plan, of the first that was named; the same name at another broker is another group", async () => {
	const rows = [
		...[inGroup("b"), inGroup("a"), inGroup("a", "Billing")],
		...[inGroup("c", "billing", "two"), inGroup("a", "bill*")],
	];
	const { planned, world } = await grouped(rows);
	const { groups, leftOut } = await planned(destroy, named(rows));
	expect(groups).toEqual([
		...["one billing b", "one Billing a"],
		...["two billing c", "one bill* a"],
	]);
	expect(leftOut).toBe(0);
	expect(world.planned).toHaveLength(4);
});

test("what is done channel by channel stays so, whatever the group", async () => {
	const rows = [inGroup("a"), inGroup("b")];
	const { planned } = await grouped(rows);
	const { groups } = await planned({ action: "forget" }, named(rows));
	expect(groups).toEqual(["one billing a", "one billing b"]);
});

test("of a filter the groups are counted, not their channels: a hundred at most, and the rest is told", async () => {
	const rows = Array.from({ length: 130 }, (_, i) =>
		["x", "y", "z"].map((channel) => inGroup(channel, `dead-${i}`)),
	).flat();
	const { planned } = await grouped(rows);
	const { groups, leftOut } = await planned(destroy, {
		filter: "group:dead-*",
	});
	expect(new Set(groups.map((it) => it.split(" ")[1])).size).toBe(100);
	expect(groups).toHaveLength(100);
	expect(leftOut).toBe(30);
});

test("a channel that is gone does not stand for a group that has others", async () => {
	const [gone, there] = [inGroup("a"), inGroup("b")];
	const { planned, web } = await grouped([gone, there]);
	const broker = factOf();
	await web.board.write({ broker, rows: [], gone: [goneOf(gone.id)] });
	const { groups, failures } = await planned(destroy, named([gone, there]));
	expect(groups).toEqual(["one billing a", "one billing b"]);
	expect(failures).toEqual(["subscription gone", null]);
});

test("it is found again from every channel of the group, and so is what takes it back, when the group is gone from the board", async () => {
	const rows = [inGroup("a"), inGroup("b"), inGroup("c", "other")];
	const [a, b, other] = rows.map(({ id }) => id);
	const { planned, foundFrom, approve, reaches, ask, web } =
		await grouped(rows);
	const { id } = await planned(destroy, { subscriptions: [a ?? ""] });
	expect(await approve(id)).toBe("approved");
	await reaches(id, "done");
	const broker = factOf();
	const gone = [a, b].map((it) => goneOf(it ?? ""));
	await web.board.write({ broker, rows: [], gone });
	const undo = await ask({ action: "undo", errand: id });
	await reaches(undo, "planned");
	expect(await foundFrom(a ?? "")).toEqual([undo, id]);
	expect(await foundFrom(b ?? "")).toEqual([undo, id]);
	expect(await foundFrom(other ?? "")).toEqual([]);
	expect(await foundFrom(idOf(inGroup("d")))).toEqual([]);
});

test.each<readonly [string, Targets]>([
	["of two", named([inGroup("a"), inGroup("b", "other")])],
	["of all that match", { filter: "group:billing" }],
])("no member is taken out %s at once", async (_, targets) => {
	const { ask, reaches, world } = await grouped([
		...[inGroup("a"), inGroup("b", "other")],
	]);
	const id = await ask({ action: "evict", member: "m" }, targets);
	const { failure } = await reaches(id, "failed");
	expect(failure).toMatchObject({ key: "one at a time" });
	expect(world.planned).toEqual([]);
});
