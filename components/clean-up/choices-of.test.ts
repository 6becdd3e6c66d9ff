// What is offered for the messages of several plans, where each could have something else?
import { expect, test } from "vitest";
import { type Choice, choicesOf } from "./choices-of.ts";
import { planOf } from "./for-tests.ts";

const choice = (over: Partial<Choice>): Choice => ({
	...{ fate: "hand over", to: "a", risk: "moves messages" },
	...{ candidates: [], warnings: [], refusal: null },
	...over,
});
const nobody = { code: "nobody to take it", values: {} } as const;

test("of one plan all is offered as it stands", () => {
	const choices = [choice({ refusal: nobody }), choice({ fate: "re-enqueue" })];
	expect(choicesOf([planOf({ choices })])).toBe(choices);
	expect(choicesOf([])).toEqual([]);
});

test("of several what one of them can have is offered, without a name that is not everybody's", () => {
	const first = planOf({ choices: [choice({ refusal: nobody })] });
	const second = planOf({
		choices: [
			choice({ to: "b" }),
			choice({ fate: "dead-letter", to: "b:dead" }),
		],
	});
	expect(choicesOf([first, second])).toEqual([
		choice({ to: null }),
		choice({ fate: "dead-letter", to: null }),
	]);
});
