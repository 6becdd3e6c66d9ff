// Does somebody who tries an outlet see exactly what came back, and what its notices read like?
import { expect, onTestFinished, test } from "vitest";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { outletOf } from "../for-tests.ts";
import { tryOutlet } from "./try-outlet.ts";

async function scene() {
	const it = await startHttpSink();
	onTestFinished(() => it.stop());
	const outlets = new Map([["one", outletOf("webhook", { url: it.url })]]);
	return { it, outlets, asked: { outlet: "one", rule: null } };
}

test.each([
	[{ code: 200, body: "thanks" }, "taken", { code: 200, said: "thanks" }],
	[{ code: 403, body: "who?" }, "turned down", { code: 403, said: "who?" }],
	[{ code: 502, body: "" }, "busy", { code: 502, said: "" }],
	["closes midway", "closed midway", { detail: expect.any(String) }],
] as const)("%j is told as it came: %s", async (answer, code, values) => {
	const { it, outlets, asked } = await scene();
	it.answer(answer);
	const tried = await tryOutlet(outlets, asked, "try-1");
	expect(tried).toMatchObject({ is: "tried", answer: { code, values } });
	expect(tried.tookMs).toBeGreaterThanOrEqual(0);
});

test("it says that it is a test, and leads nowhere that is not", async () => {
	const { it, outlets, asked } = await scene();
	await tryOutlet(outlets, asked, "try-1");
	const told = JSON.parse(it.heard[0]?.body ?? "");
	expect(told).toMatchObject({ id: "try-1", says: "test", why: "tried" });
	expect(told.title).toBe("Test · test: orders → billing (example)");
	expect(told.text).toContain("nothing is wrong");
	expect(told.alerts[0].links).toEqual([]);
});

test("with a rule it reads as that would", async () => {
	const { it, outlets, asked } = await scene();
	const rule = {
		...{ ...ruleBegun, name: "payments", gravity: "critical" as const },
		when: { is: "verdict", atLeast: "losing" } as const,
		text: "Call the payments team.",
	};
	await tryOutlet(outlets, { ...asked, rule }, "try-1");
	const told = JSON.parse(it.heard[0]?.body ?? "");
	expect(told).toMatchObject({ rule: "payments", gravity: "critical" });
	expect(told.title).toBe("Test · payments: orders → billing (example)");
	expect(told.text).toContain("Loses unread messages in about 42\u00a0min");
	expect(told.text).toContain("Call the payments team.");
});

test("one that is configured no more is told as that", async () => {
	const tried = await tryOutlet(new Map(), { outlet: "x", rule: null }, "1");
	expect(tried.answer).toMatchObject({ code: "no such outlet" });
});
