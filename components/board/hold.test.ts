// Do rows stay under the pointer while their values change?
import { expect, test } from "vitest";
import { rowOf } from "./for-tests.ts";
import { hold } from "./hold.ts";

const ids = (rows: readonly { id: string }[]) =>
	rows.map(({ id }) => id).join("");
const rows = (...names: string[]) =>
	names.map((id) => rowOf({ id, holding: 1 }));

test("the same order is not held back", () => {
	expect(hold(rows("a", "b"), rows("a", "b")).moves).toBe(0);
});

test("a new order waits, and says how many rows would move", () => {
	const held = hold(rows("a", "b", "c"), rows("b", "a", "c"));
	expect(ids(held.rows)).toBe("abc");
	expect(held.moves).toBe(2);
});

test("values are the new ones, in the old place", () => {
	const fresh = [rowOf({ id: "b" }), rowOf({ id: "a", holding: 7 })];
	expect(hold(rows("a", "b"), fresh).rows[0]?.holding).toBe(7);
});

test("a row that is gone stays, grey, until the order may change", () => {
	const held = hold(rows("a", "b"), rows("b"));
	expect(ids(held.rows)).toBe("ab");
	expect(held.rows[0]?.stale).toBe(true);
	expect(held.moves).toBe(2);
});

test("a new row waits below", () => {
	const held = hold(rows("a"), rows("a", "b"));
	expect(ids(held.rows)).toBe("a");
	expect(held.moves).toBe(1);
});
