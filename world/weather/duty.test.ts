// Is whoever is sent away gone until they are brought back, and a storm over when it is over?
import { expect, test, vi } from "vitest";
import {
	blowing,
	isAway,
	onDuty,
	send,
	sentAway,
	storm,
	stormLeftMs,
} from "./duty.ts";

test("nobody waits for who is here", async () => {
	await onDuty("somebody");
	expect(isAway("somebody")).toBe(false);
});

test("who is sent away is heard of by all who wait, and so is the return", async () => {
	const heard = [sentAway("reader"), sentAway("reader")];
	send("reader", true);
	await Promise.all(heard);
	const back = onDuty("reader");
	send("reader", true);
	expect(isAway("reader")).toBe(true);
	send("reader", false);
	await back;
	expect(isAway("reader")).toBe(false);
});

test("a storm brings more for as long as it lasts, and there alone", () => {
	vi.useFakeTimers();
	try {
		storm("orders", 30_000);
		expect(blowing("orders", 2)).toBeGreaterThan(10);
		expect(blowing("payments", 2)).toBe(2);
		vi.advanceTimersByTime(30_000);
		expect([blowing("orders", 2), stormLeftMs("orders")]).toEqual([2, 0]);
	} finally {
		vi.useRealTimers();
	}
});
