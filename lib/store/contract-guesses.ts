// Are tries counted for all processes together, given back, and again there after a while?
import { expect, test } from "vitest";
import type { Bucket } from "./access-port.ts";
import type { Scene } from "./contract-scene.ts";

const person: Bucket = { key: "person", size: 3, refillMs: 10 };
const address: Bucket = { key: "address", size: 5, refillMs: 2 };

export function guessesContract(scene: Scene): void {
	test("as many may try as a bucket holds, whichever process they ask", async () => {
		const { store, other } = await scene();
		const asked = [store, other, store, other, store];
		const waits = [];
		for (const it of asked) waits.push(await it.guesses.take([person], 100));
		expect(waits).toEqual([0, 0, 0, 10, 10]);
	});

	test("after a while there is one more, after a long while no more than the bucket holds", async () => {
		const { store } = await scene();
		const take = (atMs: number) => store.guesses.take([person], atMs);
		for (let n = 0; n < 3; n++) await take(100);
		expect(await take(104)).toBe(6);
		expect([await take(110), await take(110)]).toEqual([0, 10]);
		const later = [];
		for (let n = 0; n < 4; n++) later.push(await take(9_999));
		expect(later).toEqual([0, 0, 0, 10]);
	});

	test("from two buckets one is taken of each, or of neither", async () => {
		const { store } = await scene();
		const both = [person, address];
		for (let n = 0; n < 3; n++) await store.guesses.take(both, 100);
		expect(await store.guesses.take(both, 100)).toBe(10);
		const waits = [];
		for (let n = 0; n < 3; n++)
			waits.push(await store.guesses.take([address], 100));
		expect(waits).toEqual([0, 0, 2]);
	});

	test("what is given back can be taken again, and no more than that", async () => {
		const { store } = await scene();
		for (let n = 0; n < 3; n++) await store.guesses.take([person], 100);
		await store.guesses.giveBack([person, address], 100);
		const waits = [
			await store.guesses.take([person], 100),
			await store.guesses.take([person], 100),
		];
		expect(waits).toEqual([0, 10]);
	});

	test("a request that began earlier and takes or gives back later lets no time pass twice", async () => {
		const { store } = await scene();
		for (let n = 0; n < 3; n++) await store.guesses.take([person], 100);
		await store.guesses.giveBack([person], 50);
		await store.guesses.take([person], 50);
		await store.guesses.giveBack([person], 50);
		const waits = [
			await store.guesses.take([person], 100),
			await store.guesses.take([person], 100),
		];
		expect(waits).toEqual([0, 10]);
	});

	test("a clock that is set back fills nothing, and locks nobody out for longer", async () => {
		const { store } = await scene();
		for (let n = 0; n < 3; n++) await store.guesses.take([person], 100);
		expect(await store.guesses.take([person], 50)).toBe(10);
	});

	test("a browser is known for whoever signed in there, by its last name only", async () => {
		const { store, other } = await scene();
		await store.guesses.know({ hash: "a", was: null }, "mina", 1);
		await store.guesses.know({ hash: "b", was: "a" }, "ann", 2);
		for (const name of ["mina", "ann"]) {
			expect(await other.guesses.knows("b", name)).toBe(true);
			expect(await other.guesses.knows("a", name)).toBe(false);
		}
		expect(await other.guesses.knows("b", "somebody")).toBe(false);
		await store.guesses.know({ hash: "c", was: "never known" }, "mina", 3);
		expect(await store.guesses.knows("c", "mina")).toBe(true);
	});

	test("what is full again and what nobody used is let go, the rest stays", async () => {
		const { store } = await scene();
		for (let n = 0; n < 3; n++) await store.guesses.take([person], 100);
		await store.guesses.know({ hash: "old", was: null }, "mina", 1);
		await store.guesses.know({ hash: "new", was: null }, "mina", 50);
		await store.guesses.forget(129, 50);
		expect(await store.guesses.take([person], 100)).toBe(10);
		expect(await store.guesses.knows("old", "mina")).toBe(false);
		expect(await store.guesses.knows("new", "mina")).toBe(true);
		await store.guesses.forget(130, 50);
		expect(await store.guesses.take([person], 100)).toBe(0);
	});
}
