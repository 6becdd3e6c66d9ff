// Is it known of each channel whether it is on its way, has come, or was never seen to set out?
import { expect, test } from "vitest";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import type { Redirect } from "../connection/redirects.ts";
import { openTravelling } from "./travelling.ts";

const row = (channel: string): Reading => ({
	...nothingKnown,
	...{ kind: "stream", channel, group: "g", atMs: 1 },
});
const sent = (name: string, isAsk: boolean): Redirect => ({
	...{ name, place: "b:1", isAsk },
});
const never = () => false;

test("a channel that is neither told of nor called gone is on its way, where its node said", () => {
	const travelling = openTravelling();
	const last = ["rests", "left", "deleted"].map(row);
	const deleted = {
		...{ kind: "stream", channel: "deleted", group: "g" },
		why: "channel deleted" as const,
	};
	const redirects = [sent("left", true), sent("never told of", false)];
	const now = { readings: [row("rests")], gone: [deleted], redirects };
	travelling.compare(last, now, 5);
	expect([...travelling.all()]).toEqual([
		["left", { place: "b:1", isAsk: true, sinceMs: 5 }],
	]);
});

test("nothing is complete until it has come, or half a minute has passed", () => {
	const travelling = openTravelling();
	travelling.leave(["left"], 0);
	expect(travelling.settle(never, 29_000)).toBe(false);
	travelling.leave(["left"], 29_000);
	expect(travelling.settle(never, 29_999)).toBe(false);
	expect(travelling.settle(never, 30_000)).toBe(true);
	travelling.leave(["left"], 40_000);
	expect(travelling.settle((name) => name === "left", 40_001)).toBe(true);
	expect(travelling.all().size).toBe(0);
});
