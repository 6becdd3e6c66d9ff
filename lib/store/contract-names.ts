// Does a name belong to one person, whoever else would be called so?
import { expect, test } from "vitest";
import type { Scene } from "./contract-scene.ts";

const source = "https://id.example.org";
const sources = [source, "proxy"];
const ann = { source, subject: "1" };
const other = { source, subject: "2" };
const dayMs = 24 * 3_600_000;

export function namesContract(scene: Scene): void {
	test("a name is borne by whoever came first under it, and by nobody else", async () => {
		const { store, other: again } = await scene();
		const { names } = store;
		expect(await names.claim(ann, ["ann", "ann +1"], sources, 1)).toBe("ann");
		expect(await names.claim(ann, ["ann", "ann +1"], sources, 2)).toBe("ann");
		expect(await again.names.claim(other, ["ann", "ann +2"], sources, 3)).toBe(
			"ann +2",
		);
		expect(await names.claim(other, ["ann"], sources, 3)).toBeNull();
		expect(await names.isBorne("ann")).toBe(true);
		expect(await names.isBorne("bob")).toBe(false);
	});

	test.each(["Ann", "ANN", "ａｎｎ"])(
		"%s is the same name as ann",
		async (name) => {
			const { store } = await scene();
			await store.names.claim(ann, ["ann"], sources, 1);
			expect(await store.names.claim(other, [name], sources, 2)).toBeNull();
			expect(await store.names.isBorne(name)).toBe(true);
		},
	);

	test("of many who claim one name at once one bears it", async () => {
		const { store, other: again } = await scene();
		const claimed = await Promise.all(
			[store, again, store, again].map((it, n) =>
				it.names.claim({ source, subject: `${n}` }, ["ann"], sources, 1),
			),
		);
		expect(claimed.filter((name) => name !== null)).toEqual(["ann"]);
	});

	test("a name passes on when its bearer has not come for years, or comes from where nobody comes any more; then the bearer is out", async () => {
		const { store } = await scene();
		const { names, sessions } = store;
		await names.claim(ann, ["ann"], sources, 0);
		await sessions.start({
			...{ hash: "h", id: "h", person: "ann", way: "provider", roles: [] },
			...{ groups: [], startedMs: 0, usedMs: 0, endsMs: 900 * dayMs },
			...{ idleMs: 900 * dayMs, from: null, browser: null },
		});
		expect(await names.claim(other, ["ann"], sources, 399 * dayMs)).toBeNull();
		expect(await names.claim(ann, ["ann"], sources, 300 * dayMs)).toBe("ann");
		expect(await names.claim(other, ["ann"], sources, 401 * dayMs)).toBeNull();
		expect(await sessions.find("h")).not.toBeNull();
		expect(await names.claim(other, ["ann"], sources, 701 * dayMs)).toBe("ann");
		expect(await sessions.find("h")).toBeNull();
		const elsewhere = { source: "https://new.example.org", subject: "1" };
		expect(
			await names.claim(elsewhere, ["ann"], [elsewhere.source], 701 * dayMs),
		).toBe("ann");
	});
}
