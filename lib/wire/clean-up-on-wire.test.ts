// Does a clean-up leave the server as its schema says, and what only the system may read stay there?
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import {
	outcomeOf,
	targetOf,
	undertakingOf,
} from "#lib/core/clean-up/for-tests.ts";
import type { CleanUpWish, Errand } from "#lib/core/errand.ts";
import { cleanUpReply } from "./clean-up.ts";
import { cleanUpOnWire } from "./clean-up-on-wire.ts";
import { errandRequest } from "./errand-request.ts";

const wish: CleanUpWish = {
	...{ verb: "clean up", targets: { filter: "group:g" }, cleanUp: reclaimAll },
};
const session = "0123456789abcdef".repeat(4);
const errand: Errand = {
	...{ id: "e", by: "owner", session, wish, state: "done", askedMs: 1 },
	...{ endedMs: 9, look: null, findings: null, alerts: null, failure: null },
	undertaking: undertakingOf({
		approval: {
			...{ by: "owner", session, from: null, atMs: 3, why: "night" },
			typed: "g",
		},
		startedMs: 4,
		targets: [
			targetOf({
				outcome: outcomeOf(),
				afterwards: [{ code: "as left", values: { n: null }, atMs: 15 }],
			}),
			targetOf({ plan: null, failure: { key: "gone", values: {} } }),
		],
	}),
};

test("everything of it fits its schema, and times are ISO", () => {
	const sent = cleanUpOnWire(errand, wish);
	expect(cleanUpReply.parse(sent)).toEqual(sent);
	expect(sent).toMatchObject({
		...{ asked: "1970-01-01T00:00:00.001Z", filter: "group:g" },
		undertaking: {
			approval: { why: "night", at: "1970-01-01T00:00:00.003Z" },
			targets: [
				{
					plan: { at: "1970-01-01T00:00:00.001Z" },
					outcome: { verified: "1970-01-01T00:00:00.002Z" },
					afterwards: [{ at: "1970-01-01T00:00:00.015Z" }],
				},
				{ plan: null, failure: { key: "gone" } },
			],
		},
	});
});

test("neither what the system saw nor a session leaves the server", () => {
	const text = JSON.stringify(cleanUpOnWire(errand, wish));
	expect(text).not.toContain("secret");
	expect(text).not.toContain('"seen"');
	expect(text).not.toContain(session.slice(0, 12));
	expect(text).toContain('"from":"01234567"');
});

const subscriptions = ["a".repeat(43)];
const asked = (cleanUp: unknown, targets: unknown = { subscriptions }) =>
	errandRequest.safeParse({ verb: "clean up", targets, cleanUp });

test("what is left out of a reclaim is all that dead members hold", () => {
	const { data } = asked({ action: "reclaim" });
	expect(data).toMatchObject({ cleanUp: reclaimAll });
});

test.each<readonly [string, unknown, unknown?]>([
	["an action nobody has", { action: "drop" }],
	["more than the action knows", { action: "trim", force: true }],
	["no members at all", { action: "remove", members: [] }],
	["an idle time below none", { action: "reclaim", idleMinMs: -1 }],
	[
		"a hundred and one targets",
		{ action: "count" },
		{ subscriptions: Array(101).fill("a".repeat(43)) },
	],
	["names and a filter", { action: "count" }, { subscriptions, filter: "" }],
	["a path for an id", { action: "count" }, { subscriptions: ["../x"] }],
	["an undo of no errand", { action: "undo", errand: "x" }],
])("%s cannot be asked for", (_, cleanUp, targets) => {
	expect(asked(cleanUp, targets).success).toBe(false);
});
