// Does the log of the collector name an error without repeating what it says?
import { expect, test } from "vitest";
import { StoreRefusal } from "#lib/store/refusal.ts";
import { traceOf } from "./trace-of.ts";

const canary = "hunter2-canary";

test("the kind and the places are told, and not one word of the message", () => {
	const error = new TypeError(`redis://me:${canary}@host\n    and ${canary}`);
	expect(traceOf(error)).toMatch(/^TypeError\n {4}at .*trace-of\.test\.ts/);
	expect(traceOf(error)).not.toContain(canary);
	expect(traceOf(canary)).toBe("string");
});

test("codes tell a full disk from a locked file, and nothing else passes as one", () => {
	const full = { code: "ERR_SQLITE_ERROR", errcode: 13 };
	expect(traceOf(Object.assign(new Error(canary), full))).toMatch(
		/^Error ERR_SQLITE_ERROR 13\n/,
	);
	const odd = Object.assign(new Error(""), { code: `pass ${canary}` });
	expect(traceOf(odd)).not.toContain(canary);
});

test("a refusal of the store keeps its sentence, which is ours", () => {
	expect(traceOf(new StoreRefusal("name another folder"))).toBe(
		"name another folder",
	);
});
