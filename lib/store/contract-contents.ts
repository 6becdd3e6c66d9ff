// Is what messages say gone when it was read, or when nobody came to read it?
import { expect, test } from "vitest";
import { anyPending, type Contents } from "#lib/core/pending.ts";
import type { Scene } from "./contract-scene.ts";
import type { ErrandEnd, NewErrand } from "./errand-port.ts";

export const errandFor = (id: string, contents: boolean): NewErrand => ({
	...{ id, by: "somebody", session: "hash", askedMs: 1 },
	wish: {
		...{ verb: "look", subscription: "x", part: "pending", sort: "lag" },
		...{ offset: 0, limit: 9, pending: { ...anyPending, contents } },
	},
});

export const answerSaying = (text: string, endedMs: number): ErrandEnd => ({
	state: "answered",
	endedMs,
	look: {
		part: "pending",
		...{ atMs: 5, total: 1, offset: 0, survey: null },
		...{ partitions: [], members: [], settings: [] },
		pending: {
			entries: [{ ...entry, contents: contentsOf(text) }],
			...{ next: null, passed: 1 },
		},
	},
});

const entry = {
	...{ id: "1-0", member: "m", idleMs: 1, deliveries: 1 },
	...{ writtenMs: 1, kept: true, bytes: 3 },
};

const contentsOf = (text: string): Contents => ({
	fields: [
		{
			name: { text: "said", bytesLeftOut: 0 },
			value: { text, bytesLeftOut: 0 },
		},
	],
	fieldsLeftOut: 0,
});

export function contentsContract(scene: Scene): void {
	test("an errand that was erased is gone, and no other is", async () => {
		const { store, other } = await scene();
		for (const id of ["a", "b"]) {
			await store.errands.ask(errandFor(id, true));
			await store.errands.end(id, answerSaying("hush", 5));
		}
		await other.errands.erase("a");
		await other.errands.erase("never asked");
		expect(await store.errands.find("a")).toBeNull();
		expect(await store.errands.find("b")).not.toBeNull();
	});

	test("contents nobody came to read are erased before other answers are forgotten", async () => {
		const { store } = await scene();
		for (const [id, contents, endedMs] of [
			["old", true, 5],
			["new", true, 20],
			["plain", false, 5],
		] as const) {
			await store.errands.ask(errandFor(id, contents));
			await store.errands.end(id, answerSaying("hush", endedMs));
		}
		await store.errands.ask(errandFor("waiting", true));
		expect(await store.errands.eraseContents(10)).toBe(1);
		expect(await store.errands.eraseContents(10)).toBe(0);
		for (const id of ["new", "plain", "waiting"])
			expect(await store.errands.find(id)).not.toBeNull();
		expect(await store.errands.find("old")).toBeNull();
	});
}
