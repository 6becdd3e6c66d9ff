// Does a scrape count alerts and notices, with zero where there is none?
import { afterEach, expect, test } from "vitest";
import {
	alertOf,
	busy,
	noticeOf,
	outletOf,
	resolvedOf,
	reviewOf,
	taken,
} from "#lib/store/contract-alerts-scene.ts";
import { ask, type Stage, stage } from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { alertMetrics } from "./alerts.ts";
import { answerMetrics } from "./answer.ts";
import { valuesIn } from "./for-tests.ts";

let here: Stage;
afterEach(() => here.close());

async function scraped() {
	const route = guarded("GET /metrics", answerMetrics, () => here.place);
	const token = await here.signIn();
	const text = await (await ask(route, "/metrics", { token })).text();
	return { text, values: valuesIn(text) };
}

test("alerts are counted by what they are, and where there is none by zero", async () => {
	here = await stage();
	const pending = { state: "pending", firedMs: null } as const;
	await here.store.alerts.reviewed(
		reviewOf({
			alerts: [
				...[alertOf("a"), alertOf("b"), resolvedOf("c", 1, 2)],
				alertOf("d", { gravity: "critical", ...pending }),
			],
		}),
	);
	const { values } = await scraped();
	const counted = [...values].filter(([name]) =>
		name.startsWith("tidemark_alerts{"),
	);
	expect(counted).toEqual([
		['tidemark_alerts{state="pending",gravity="note"}', 0],
		['tidemark_alerts{state="pending",gravity="warning"}', 0],
		['tidemark_alerts{state="pending",gravity="critical"}', 1],
		['tidemark_alerts{state="firing",gravity="note"}', 0],
		['tidemark_alerts{state="firing",gravity="warning"}', 2],
		['tidemark_alerts{state="firing",gravity="critical"}', 0],
	]);
});

test("of each outlet is said what came of its notices, and under any name", async () => {
	here = await stage();
	const odd = 'chat"} 1\nup{a="';
	const { alerts } = here.store;
	const outlets = [outletOf(odd), outletOf("mail")];
	await alerts.settleAlerts({ rules: [], outlets });
	const to = { outlet: odd };
	await alerts.reviewed(
		reviewOf({
			notices: ["a", "b", "c"].map((id) => noticeOf(id, { ...to, wave: id })),
		}),
	);
	await alerts.tried("a", { atMs: 11, answer: taken, nextMs: null });
	await alerts.tried("b", { atMs: 12, answer: busy, nextMs: 20 });
	await alerts.tried("b", { atMs: 20, answer: busy, nextMs: null });
	const { values, text } = await scraped();
	const name = 'outlet="chat\\"} 1\\nup{a=\\""';
	const told = (outcome: string) =>
		values.get(`tidemark_notices{${name},outcome="${outcome}"}`);
	expect(["delivered", "failed", "given up"].map(told)).toEqual([1, 2, 1]);
	expect(values.get(`tidemark_notices_owed{${name}}`)).toBe(1);
	expect(values.get(`tidemark_outlet_failing{${name}}`)).toBe(1);
	expect(values.get('tidemark_outlet_failing{outlet="mail"}')).toBe(0);
	for (const metric of alertMetrics)
		expect(text).toContain(`# TYPE ${metric.name} gauge`);
});
