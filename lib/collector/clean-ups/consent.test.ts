// Is nothing done for a yes that leaves out what the plan or the configuration asks for, whoever wrote it into the store?
import { expect, test } from "vitest";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Approval } from "#lib/core/clean-up/undertaking.ts";
import { scene } from "../for-tests/clean-ups.ts";

type Said = Partial<Pick<Approval, "typed" | "why">>;

async function approvedWith(said: Said, reasonRequired = true) {
	const here = await scene({ parts: { reasonRequired } });
	const typed = "billing";
	here.world.plan = (cleanUp) => planOf({ cleanUp, typed });
	const id = await here.ask();
	expect(await here.approve(id, { typed, ...said })).toBe("approved");
	return { ...here, id };
}

test.each<readonly [string, Said]>([
	["no name", { typed: null }],
	["another name", { typed: "Billing" }],
	["no reason where one is required", { why: null }],
	["a reason of blanks", { why: " \n" }],
])("%s: it is refused, and the broker is not asked", async (_, said) => {
	const { reaches, world, id } = await approvedWith(said);
	const { undertaking } = await reaches(id, "refused");
	expect(undertaking?.targets).toMatchObject([
		{ outcome: { refusals: [{ code: "not allowed" }], messagesDone: 0 } },
	]);
	expect(world.applied).toBe(0);
});

test("the name and a reason are enough, and both stand in the record", async () => {
	const { reaches, web, id } = await approvedWith({ why: "night" });
	await reaches(id, "done");
	const [line] = await web.record.lines(0, 1);
	expect(line).toMatchObject({
		...{ event: "approved", told: { typed: "billing", why: "night" } },
	});
});

test("no reason is asked for where none is required", async () => {
	const { reaches, id } = await approvedWith({ why: null }, false);
	await reaches(id, "done");
});
