// Do the sessions of each person stand together, with this one before all?
import { expect, test } from "vitest";
import type { SessionsReply } from "#lib/wire/people.ts";
import { inOrder, isFirstOfMany } from "./session-order.ts";

type Session = SessionsReply["sessions"][number];

const session = (over: Partial<Session>): Session => ({
	...{ id: "a", person: "mina", way: "password", isThis: false },
	...{ from: null, browser: null },
	started: "2026-11-22T08:00:00.000Z",
	used: "2026-11-22T09:00:00.000Z",
	ends: "2026-11-29T08:00:00.000Z",
	...over,
});

const mine = session({ id: "mine", isThis: true });
const phone = session({ id: "phone" });
const old = session({ id: "old", used: "2026-11-22T08:30:00.000Z" });
const jun = session({ id: "jun", person: "jun" });

test("this one stands first, then those of each person, the last used first", () => {
	expect(inOrder([old, phone, jun, mine]).map(({ id }) => id)).toEqual([
		...["mine", "jun", "phone", "old"],
	]);
});

test("all of somebody are ended where their others begin, and only where there are several", () => {
	const ordered = inOrder([old, phone, jun, mine]);
	const offered = ordered.filter((_, at) => isFirstOfMany(ordered, at));
	expect(offered.map(({ id }) => id)).toEqual(["phone"]);
	expect(isFirstOfMany([jun, mine], 0)).toBe(false);
	expect(isFirstOfMany([mine, phone], 0)).toBe(false);
	expect(isFirstOfMany([mine, phone], 1)).toBe(true);
});
