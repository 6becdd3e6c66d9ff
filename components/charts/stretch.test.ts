// Does each key lead where it says, and is a stretch the same from either end?
import { expect, test } from "vitest";
import { pointed, stretchOf } from "./stretch.ts";

const at = { at: 50, from: null };

test.each([
	["ArrowLeft", 49],
	["ArrowRight", 51],
	["PageDown", 40],
	["PageUp", 60],
	["Home", 0],
	["End", 99],
] as const)("%s leads to point %d", (key, place) => {
	expect(pointed(at, key, false, 99)).toEqual({ at: place, from: null });
});

test("nobody leaves the line at its ends, and other keys mean nothing", () => {
	expect(pointed({ at: 0, from: null }, "ArrowLeft", false, 99)?.at).toBe(0);
	expect(pointed({ at: 95, from: null }, "PageUp", false, 99)?.at).toBe(99);
	expect(pointed(at, "x", false, 99)).toBeNull();
});

test("with Shift a stretch grows from where it began, and without it is let go", () => {
	const one = pointed(at, "ArrowRight", true, 99);
	expect(one).toEqual({ at: 51, from: 50 });
	const far = one && pointed(one, "End", true, 99);
	expect(far).toEqual({ at: 99, from: 50 });
	expect(far && pointed(far, "ArrowLeft", false, 99)).toEqual({
		...{ at: 98, from: null },
	});
});

test("a stretch runs forward in time, whichever end came first", () => {
	const points = [{ atMs: 10 }, { atMs: 20 }, { atMs: 30 }];
	const stretch = { fromMs: 10, toMs: 30 };
	expect(stretchOf(points, { at: 2, from: 0 })).toEqual(stretch);
	expect(stretchOf(points, { at: 0, from: 2 })).toEqual(stretch);
	expect(stretchOf(points, { at: 1, from: 1 })).toBeNull();
	expect(stretchOf(points, { at: 1, from: null })).toBeNull();
});
