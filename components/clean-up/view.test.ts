// Which part of a clean-up is shown in which state, and when is it asked about again?
import { expect, test } from "vitest";
import type { errandStates } from "#lib/core/errand.ts";
import {
	errandOf,
	expires,
	outcomeOf,
	planned,
	planOf,
	targetOf,
	undertakingOf,
} from "./for-tests.ts";
import { againMs, viewOf } from "./view.ts";

const nowMs = Date.parse(planned) + 8_000;
const refusal = { code: "nothing to do", values: {} } as const;
const idle = undertakingOf({
	targets: [targetOf({ plan: planOf({ refusal }) })],
});
const over = undertakingOf({ targets: [targetOf({ outcome: outcomeOf() })] });

test.each([
	["is drawn", errandOf({ state: "asked", undertaking: null }), "drawing"],
	["can be approved", errandOf(), "plan"],
	["does nothing", errandOf({ undertaking: idle }), "nothing"],
	["was approved", errandOf({ state: "approved" }), "running"],
	["runs", errandOf({ state: "running" }), "running"],
	["was cancelled", errandOf({ state: "cancelled" }), "cancelled"],
	["expired on the server", errandOf({ state: "expired" }), "expired"],
	["could not be drawn", errandOf({ state: "failed" }), "failed"],
	[
		"failed at work",
		errandOf({ state: "failed", undertaking: over }),
		"outcome",
	],
	["was refused as stale", errandOf({ state: "refused" }), "changed"],
	["is done", errandOf({ state: "done" }), "outcome"],
	["is done in part", errandOf({ state: "partly done" }), "outcome"],
	["was interrupted", errandOf({ state: "unknown" }), "outcome"],
] as const)("a clean-up that %s", (_, errand, view) => {
	expect(viewOf(errand, nowMs)).toBe(view);
});

test("a plan is too old the moment nobody may approve it any more", () => {
	const endMs = Date.parse(expires);
	expect(viewOf(errandOf(), endMs - 1)).toBe("plan");
	expect(viewOf(errandOf(), endMs)).toBe("expired");
});

test("what is under way is asked about soon, a plan now and then", () => {
	const waits = (state: (typeof errandStates)[number]) =>
		againMs(errandOf({ state }), nowMs);
	expect(waits("running")).toBeLessThan(1_000);
	expect(waits("planned")).toBeGreaterThan(1_000);
});

test("what is over is asked about until it was looked at for the last time, then never again", () => {
	const ended = errandOf({ state: "done", ended: planned });
	expect(againMs(ended, nowMs + 5 * 60_000)).not.toBe(false);
	expect(againMs(ended, nowMs + 7 * 60_000)).toBe(false);
	expect(againMs(errandOf({ state: "cancelled" }), nowMs)).toBe(false);
});
