// Does somebody who may act on one channel reach another by naming it: as where something was put aside, or where it goes?
import { expect, test } from "vitest";
import { accessWith, whereOnly } from "#lib/access/for-tests.ts";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import type { Grant } from "#lib/core/people/role.ts";
import type { Where } from "#lib/core/people/scope.ts";
import { become, idOfChannel, scene } from "../for-tests/clean-ups.ts";

const targets: Targets = { subscriptions: [idOfChannel("orders")] };
const may: Grant["may"] = ["see", "look", "act without loss", "act"];
const aside = "orders:dead";
const buried: CleanUp = { ...reclaimAll, fate: "dead-letter" };

/** What is left to the plan is put beside the channel, as every system does. */
function planned(cleanUp: CleanUp) {
	if (cleanUp.action === "redrive")
		return planOf({ cleanUp: { ...cleanUp, from: cleanUp.from ?? aside } });
	if (cleanUp.action === "reclaim" && cleanUp.fate === "dead-letter")
		return planOf({ cleanUp: { ...cleanUp, to: cleanUp.to ?? aside } });
	return planOf({ cleanUp });
}

async function asTeam(where: Partial<Where>) {
	const access = accessWith("team", { may, where: whereOnly(where) });
	const here = await scene({ parts: { access } });
	here.world.plan = planned;
	await become(here.web, "team");
	return here;
}

const scoped = { channels: ["orders"], groups: ["readers"] };
const elsewhere: readonly (readonly [string, CleanUp])[] = [
	["emptied into theirs", { action: "redrive", from: "mails" }],
	["filled from theirs", { ...buried, to: "mails" }],
	[
		"asked where its group stands",
		{
			...{ action: "reset", partitions: null },
			to: { place: "group", group: "payroll" },
		},
	],
	["trimmed with all its groups", { action: "trim" }],
];

test.each(elsewhere)(
	"what is not theirs is not %s, and no broker is asked about it",
	async (_, cleanUp) => {
		const { ask, reaches, world } = await asTeam(scoped);
		const { failure } = await reaches(await ask(cleanUp, targets), "failed");
		expect(failure?.key).toBe("not allowed");
		const told = JSON.stringify(world.planned);
		expect(told).not.toContain("mails");
		expect(told).not.toContain("payroll");
		expect(world.applied).toBe(0);
	},
);

test.each(elsewhere)(
	"whoever may act there as well does it: %s",
	async (_, cleanUp) => {
		const { approved, reaches } = await asTeam({ brokers: ["one"] });
		await reaches(await approved(cleanUp, targets), "done");
	},
);

test.each<CleanUp>([
	{ action: "redrive", from: null },
	{ action: "redrive", from: aside },
	buried,
	{ ...buried, to: aside },
])("what the plan would choose by itself is theirs: %j", async (cleanUp) => {
	const { approved, reaches } = await asTeam(scoped);
	await reaches(await approved(cleanUp, targets), "done");
});

test("a name that was theirs when the plan was drawn is judged again when it is run", async () => {
	const { web, ask, approve, reaches, world } = await asTeam(scoped);
	await become(web, "admin");
	const id = await ask({ action: "redrive", from: "mails" }, targets);
	await reaches(id, "planned");
	await become(web, "team");
	expect(await approve(id)).toBe("approved");
	const { undertaking } = await reaches(id, "refused");
	expect(undertaking?.targets).toMatchObject([
		{ outcome: { refusals: [{ code: "not allowed" }] } },
	]);
	expect(world.applied).toBe(0);
});
