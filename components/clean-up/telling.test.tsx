// What does somebody read of a clean-up, in the dialog, in the list of what was done and beside a chart?
import { describe, expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import { wholeEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { CleanUpReply, OutcomeReply } from "#lib/wire/clean-up.ts";
import {
	errandOf,
	outcomeOf,
	planned,
	planOf,
	targetOf,
	undertakingOf,
} from "./for-tests.ts";
import { body } from "./for-tests-drawn.tsx";
import { inWords, what } from "./telling.tsx";
import { titleOf } from "./title.ts";
import { markOf } from "./use-done.ts";

const plan = planOf({
	effects: [
		{
			code: "hand over",
			values: { messages: 42, members: 7, to: "live-01" },
		},
		{
			code: "which messages",
			values: {
				...{ first: "1-0", last: "9-0", oldestMs: 60_000 },
				...{ deliveriesMin: 1, deliveriesMax: 3 },
			},
		},
		{ code: "remove", values: { members: 12, idleMinMs: 300_000 } },
	],
	warnings: [{ code: "may be done already", values: { messages: 42 } }],
	figures: [{ code: "members", before: exactly(21), after: exactly(9) }],
	choices: [
		{
			...{ fate: "hand over", to: "live-01", risk: "moves messages" },
			candidates: ["live-01", "live-02"],
			...{ warnings: [], refusal: null },
		},
		{
			...{ fate: "dead-letter", to: null, risk: "moves messages" },
			candidates: [],
			warnings: [],
			refusal: { code: "copy refused", values: { detail: "CROSSSLOT" } },
		},
	],
	commands: ["redis-cli XCLAIM"],
});
const errand = errandOf({
	undertaking: undertakingOf({ targets: [targetOf({ plan })] }),
});
const came = {
	code: "came back",
	values: { name: "a", idleMs: 2_000 },
} as const;
const over = (state: CleanUpReply["state"]) =>
	errandOf({
		...{ state, ended: planned },
		undertaking: undertakingOf({
			approval: { by: "mina", from: null, at: planned, why: "OPS-1182" },
			started: planned,
			targets: [
				targetOf({
					...{ plan, kept: 42 },
					outcome: outcomeOf({
						...{ ending: "partly done", membersRemoved: 11 },
						refusals: [came],
						figures: plan.figures,
					}),
				}),
			],
		}),
	});

describe("a plan", () => {
	test("says what will happen, what changes, what cannot be known, how to undo it and the same by hand", () => {
		const said = body(errand);
		for (const text of [
			"42 messages go from 7 members to live-01.",
			"1-0 to 9-0 · oldest 1 min · delivered 1 to 3 times",
			"Members 21 9",
			"Nobody can know whether a dead member finished any of the 42 messages",
			"Can be undone until a message is acknowledged",
			"redis-cli XCLAIM",
			"Hand over 42, remove 12 members",
			"The broker did not take the copy: “CROSSSLOT”.",
			"Who takes them live-01 live-02",
		])
			expect(said).toContain(text);
	});

	test("says the same in Korean", () => {
		const said = body(errand, SpokenKo);
		expect(said).toContain("메시지 42건 넘기기, 멤버 12명 제거");
		expect(said).toContain("받는 멤버: live-01");
	});

	test("of several lists each, and those where nothing is done last, with the reason", () => {
		const refusal = { code: "nobody to take it", values: {} } as const;
		const refused = targetOf({ id: "b", plan: planOf({ refusal }) });
		const targets = [refused, targetOf({ plan }), targetOf({ id: "c", plan })];
		const undertaking = undertakingOf({ targets, leftOut: 7 });
		const said = body(errandOf({ undertaking, filter: "" }));
		expect(said).toContain(
			"Hand over 84, remove 24 members in 2 subscriptions",
		);
		expect(said.indexOf("No member is known")).toBeGreaterThan(
			said.indexOf("Hand over 42"),
		);
		expect(said).toContain("7 more match");
	});

	test("that is too old, or does nothing, offers another", () => {
		expect(body(errandOf({ state: "expired" }))).toContain("Draw a new plan");
		const refusal = { code: "nothing to do", values: {} } as const;
		const targets = [targetOf({ plan: planOf({ refusal }) })];
		const idle = errandOf({ undertaking: undertakingOf({ targets }) });
		expect(titleOf(wholeEn, idle, "nothing")).toBe("There is nothing to do");
		expect(body(idle)).toContain("Draw a new plan");
	});
});

test("what stands in the way of all of it is told, and not that there is nothing", () => {
	const values = { name: "gone-01", messages: 2 };
	const refusal = { code: "holds messages", values } as const;
	const plan = planOf({
		refusal,
		cleanUp: { action: "remove", members: null },
	});
	const errand = errandOf({
		cleanUp: { action: "remove", members: null },
		undertaking: undertakingOf({ targets: [targetOf({ plan })] }),
	});
	expect(titleOf(wholeEn, errand, "nothing")).toBe("This cannot be done");
	expect(body(errand)).toContain("gone-01 holds 2 messages, so it stays.");
});

test("what was refused is told as a change of the world only where it is one", () => {
	const refused = (refusal: OutcomeReply["refusals"][number]) =>
		errandOf({
			state: "refused",
			undertaking: undertakingOf({
				targets: [
					targetOf({
						outcome: outcomeOf({
							...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
							refusals: [refusal],
						}),
					}),
				],
			}),
		});
	expect(titleOf(wholeEn, refused(came), "changed")).toBe(
		"Nothing was done: it has changed",
	);
	const forbids = refused({ code: "read-only", values: {} });
	expect(titleOf(wholeEn, forbids, "changed")).toBe("Nothing was done");
	expect(body(forbids)).not.toContain("shows something else");
});

describe("what came of it", () => {
	test("is told with what the broker showed, what was refused and a way back", () => {
		const said = body(over("partly done"));
		expect(titleOf(wholeEn, over("partly done"), "outcome")).toBe(
			"Done in part: 42 handed over, 11\u00a0members removed",
		);
		expect(said).toContain("Verified on the broker right after.");
		expect(said).toContain("a came back: seen 2 s before, so it stays.");
		expect(said).toContain("Undo for 42 messages");
	});

	test("that nobody saw is told as not known", () => {
		expect(body(over("unknown"))).toContain("It was interrupted");
	});

	test("stands in one line where much is listed", () => {
		expect(what(wholeEn, over("done"))).toBe(
			"Hand over 42\u00a0messages and remove 12\u00a0members",
		);
		expect(inWords(wholeEn, over("done"))).toBe(
			"42 handed over, 11\u00a0members removed. a came back: seen 2 s before, so it stays.".replace(
				"2 s",
				"2\u00a0s",
			),
		);
		expect(what(wholeEn, errandOf({ undertaking: null }))).toBe("Reclaim");
	});

	test("is a mark on the chart of its subscription, and of no other", () => {
		const id = "a".repeat(43);
		expect(markOf(wholeEn, over("done"), id)).toMatchObject([
			{ verdict: null, said: expect.stringContaining("mina: 42 handed over") },
		]);
		expect(markOf(wholeEn, over("done"), "b")).toEqual([]);
		expect(markOf(wholeEn, errand, id)).toEqual([]);
	});
});
