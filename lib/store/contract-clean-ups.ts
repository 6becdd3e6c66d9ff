// Does a clean-up go from one state to the next once, whoever else tries, and never without a line of the record? What follows its end stands beside.
import { expect, test } from "vitest";
import {
	approved,
	approving,
	ask,
	claimed,
	eventsIn,
	finish,
	outcome,
	plan,
	planned,
	planning,
	targetId,
} from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";

export function cleanUpsContract(scene: Scene): void {
	test("a clean-up is asked for, planned, approved, claimed and done, and the record tells all but the plan", async () => {
		const { store, other } = await scene();
		await ask(store, "a");
		expect(await other.errands.waiting(9)).toMatchObject([{ state: "asked" }]);
		expect(await other.errands.planned("a", planning())).toBe(true);
		expect(await other.errands.waiting(9)).toEqual([]);
		expect(await store.errands.find("a")).toMatchObject({
			state: "planned",
			endedMs: null,
			undertaking: { hash: "h", approval: null, targets: [{ plan }] },
		});
		expect(await store.errands.approve("a", approving())).toBe("approved");
		expect(await other.errands.waiting(9)).toMatchObject([{ id: "a" }]);
		expect(await other.errands.claim("a", 60)).toBe("claimed");
		expect(await other.errands.waiting(9)).toEqual([]);
		expect(await other.errands.running()).toMatchObject([{ id: "a" }]);
		const progress = { messages: 1, members: 0, stage: "messages" } as const;
		expect(await other.errands.move("a", targetId, progress)).toBe(true);
		expect(await other.errands.finish("a", finish())).toBe(true);
		const { hash: _, ...approval } = approving();
		expect(await store.errands.find("a")).toMatchObject({
			...{ state: "done", endedMs: 70 },
			undertaking: {
				...{ approval, startedMs: 60, stoppedBy: null, undoneBy: null },
				targets: [{ plan, progress, outcome, afterwards: [], kept: 0 }],
			},
		});
		const told = ["a approved", "a running", "a done"];
		expect(await eventsIn(store)).toEqual(told);
		expect(await store.record.verify()).toMatchObject({ isWhole: true });
	});

	test("the line of an approval says who, from where, why and what, when the errand is long gone", async () => {
		const { store } = await scene();
		await approved(store, "a");
		const [line] = await store.record.lines(0, 1);
		expect(line).toMatchObject({
			...{ n: 1, atMs: 50, errand: "a", event: "approved", by: "somebody" },
			told: {
				...{ from: "::1", why: "they are gone", hash: "h", leftOut: 0 },
				targets: [
					{
						subscription: { broker: "one", channel: "orders" },
						plan: { risk: "moves messages", messages: { n: 2 } },
					},
				],
			},
		});
	});

	test.each([
		["another plan", approving({ hash: "other" }), "changed"],
		["a plan that is too old", approving({ atMs: 100 }), "expired"],
		["a plan of somebody else", approving({ by: "them" }), "not theirs"],
	] as const)(
		"%s is not approved, and nothing is written down",
		async (_, asked, said) => {
			const { store, other } = await scene();
			await planned(store, "a");
			expect(await other.errands.approve("a", asked)).toBe(said);
			expect(await store.errands.find("a")).toMatchObject({ state: "planned" });
			expect(await eventsIn(store)).toEqual([]);
		},
	);

	test("a plan is approved for one of many who say yes at once, and claimed for one of many who run it", async () => {
		const { store, other } = await scene();
		await planned(store, "a");
		const both = [store, other, store, other];
		const said = await Promise.all(
			both.map((it) => it.errands.approve("a", approving())),
		);
		const refused = ["not planned", "not planned", "not planned"];
		expect(said.toSorted()).toEqual(["approved", ...refused]);
		const ran = await Promise.all(both.map((it) => it.errands.claim("a", 60)));
		expect(ran.filter((it) => it === "claimed")).toHaveLength(1);
		expect(await eventsIn(store)).toEqual(["a approved", "a running"]);
	});

	test("what was planned can be cancelled, and then neither approved nor cancelled again", async () => {
		const { store, other } = await scene();
		await planned(store, "a");
		expect(await other.errands.cancel("a", "them", 60)).toBe(true);
		expect(await store.errands.cancel("a", "them", 61)).toBe(false);
		expect(await store.errands.approve("a", approving())).toBe("not planned");
		const ended = { state: "cancelled", endedMs: 60 };
		expect(await store.errands.find("a")).toMatchObject(ended);
		const lines = await store.record.lines(0, 9);
		expect(lines).toMatchObject([{ event: "cancelled", by: "them" }]);
	});

	test("what nobody approved or ran in time is over, and what runs is not", async () => {
		const { store, other } = await scene();
		await planned(store, "planned");
		await approved(store, "approved");
		await claimed(store, "running");
		expect(await other.errands.expire(99)).toBe(0);
		expect(await other.errands.claim("approved", 100)).toBe("expired");
		expect(await other.errands.expire(100)).toBe(2);
		for (const id of ["planned", "approved"])
			expect(await store.errands.find(id)).toMatchObject({
				...{ state: "expired", endedMs: 100 },
			});
		expect(await store.errands.find("running")).toMatchObject({
			state: "running",
		});
		expect(await store.errands.approve("planned", approving())).toBe("expired");
	});

	test("stop is heard by whoever runs it, from one who says it first", async () => {
		const { store, other } = await scene();
		await planned(store, "a");
		expect(await store.errands.stop("a", "me", 55)).toBe(false);
		await store.errands.approve("a", approving());
		await other.errands.claim("a", 60);
		expect(await other.errands.stoppedBy("a")).toBeNull();
		expect(await store.errands.stop("a", "me", 65)).toBe(true);
		expect(await store.errands.stop("a", "them", 66)).toBe(false);
		expect(await other.errands.stoppedBy("a")).toBe("me");
		expect(await eventsIn(store)).toContain("a stopped");
	});

	test("a look is nothing that can be planned or approved", async () => {
		const { store } = await scene();
		const wish = { verb: "try", address: null } as const;
		const look = { id: "a", by: "somebody", session: "s", wish, askedMs: 1 };
		await store.errands.ask(look);
		expect(await store.errands.planned("a", planning())).toBe(false);
		expect(await store.errands.approve("a", approving())).toBe("not planned");
		expect(await store.errands.approve("b", approving())).toBe("not planned");
	});
}
