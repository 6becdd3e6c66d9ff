// How does a clean-up end, once, and what is told of it afterwards? Also when another takes it back.
import { expect, test } from "vitest";
import {
	approved,
	claimed,
	done,
	eventsIn,
	finish,
	outcome,
	targetId,
} from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";

export function cleanUpEndsContract(scene: Scene): void {
	test("of several each is told how it ended while the others go on", async () => {
		const { store, other } = await scene();
		await claimed(store, "a");
		expect(await other.errands.settle("a", targetId, outcome)).toBe(true);
		expect(await store.errands.running()).toMatchObject([
			{ undertaking: { targets: [{ outcome }] } },
		]);
		await other.errands.finish("a", finish());
		expect(await other.errands.settle("a", targetId, outcome)).toBe(false);
	});

	test("what has ended stays as it ended", async () => {
		const { store, other } = await scene();
		await done(store, "a");
		const late = finish({ state: "failed", endedMs: 80 });
		expect(await other.errands.finish("a", late)).toBe(false);
		const progress = { messages: 9, members: 9, stage: "proving" } as const;
		expect(await other.errands.move("a", targetId, progress)).toBe(false);
		expect(await other.errands.keep("a", targetId, [])).toBe(false);
		expect(await other.errands.stop("a", "me", 80)).toBe(false);
		expect(await other.errands.claim("a", 80)).toBe("not approved");
		const ended = { state: "done", endedMs: 70 };
		expect(await store.errands.find("a")).toMatchObject(ended);
	});

	test("an approved one that may not be run is refused with a reason", async () => {
		const { store } = await scene();
		await approved(store, "a");
		const failure = { key: "not allowed", values: {} };
		const refused = finish({ state: "refused", outcomes: {}, failure });
		expect(await store.errands.finish("a", refused)).toBe(true);
		const ended = { state: "refused", failure };
		expect(await store.errands.find("a")).toMatchObject(ended);
		expect(await eventsIn(store)).toEqual(["a approved", "a refused"]);
	});

	test("what was seen again later is added, and written down", async () => {
		const { store, other } = await scene();
		await claimed(store, "a");
		const seen = { code: "as left", values: {}, atMs: 90 } as const;
		expect(await other.errands.tell("a", targetId, seen)).toBe(false);
		await store.errands.finish("a", finish());
		const later = { ...seen, code: "lag moves", atMs: 95 } as const;
		expect(await other.errands.tell("a", targetId, seen)).toBe(true);
		expect(await other.errands.tell("a", targetId, later)).toBe(true);
		expect(await other.errands.tell("a", "other", later)).toBe(false);
		expect(await store.errands.find("a")).toMatchObject({
			undertaking: { targets: [{ afterwards: [seen, later] }] },
		});
		const events = await eventsIn(store);
		expect(events.slice(3)).toEqual(["a seen again", "a seen again"]);
	});

	test("of all that would take back the same one, one is run; and another after one that changed nothing", async () => {
		const { store, other } = await scene();
		await done(store, "first");
		const cleanUp = { action: "undo", errand: "first" } as const;
		for (const id of ["a", "b"]) await approved(store, id, { cleanUp });
		const undoneBy = async () =>
			(await store.errands.find("first"))?.undertaking?.undoneBy;
		expect(await store.errands.claim("a", 60)).toBe("claimed");
		expect(await other.errands.claim("b", 60)).toBe("taken");
		expect(await undoneBy()).toBe("a");
		const nothing = { ...outcome, messagesDone: 0, membersRemoved: 0 };
		const outcomes = { [targetId]: nothing };
		await store.errands.finish("a", finish({ state: "refused", outcomes }));
		expect(await undoneBy()).toBeNull();
		expect(await other.errands.claim("b", 60)).toBe("claimed");
		await other.errands.finish("b", finish());
		expect(await undoneBy()).toBe("b");
		await approved(store, "c", { cleanUp });
		expect(await store.errands.claim("c", 60)).toBe("taken");
		const lines = await store.record.lines(0, 99);
		const its = lines.filter(({ errand }) => errand === "b");
		expect(its.at(-1)).toMatchObject({ told: { undoes: "first" } });
	});
}
