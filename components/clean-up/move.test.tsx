// What does somebody read who takes messages elsewhere: the question, its plan, and why there is none?
import { expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";
import { errandOf, planOf, targetOf, undertakingOf } from "./for-tests.ts";
import { body } from "./for-tests-drawn.tsx";

const errandWith = (given: Partial<PlanReply>) => {
	const cleanUp = { action: "move", to: "orders.again" } as const;
	const plan = planOf({ cleanUp, typed: null, ...given });
	return errandOf({
		cleanUp,
		undertaking: undertakingOf({ targets: [targetOf({ plan })] }),
	});
};

test("a plan stands under the question where messages are to go", () => {
	const said = body(
		errandWith({
			effects: [{ code: "move", values: { messages: 7, to: "orders.again" } }],
			messages: exactly(7),
		}),
	);
	const at = (text: string) => {
		expect(said).toContain(text);
		return said.indexOf(text);
	};
	expect(at("Where they go")).toBeLessThan(at("7 messages go to orders.again"));
	expect(said).toContain("Move 7");
});

test("where nobody said it yet, the question stays and says so", () => {
	const refusal = { code: "nowhere named", values: {} } as const;
	const said = body(errandWith({ refusal, effects: [] }));
	expect(said).toContain("Where they go");
	expect(said).toContain("Say first where they are to go.");
});

test("what has to be enabled first is told with the lines to run", () => {
	const refusal = { code: "not enabled", values: { name: "a-part" } } as const;
	const commands = ["enable a-part", "move it"];
	const said = body(errandWith({ refusal, effects: [], commands }));
	expect(said).toContain("needs a-part");
	for (const line of commands) expect(said).toContain(line);
});
