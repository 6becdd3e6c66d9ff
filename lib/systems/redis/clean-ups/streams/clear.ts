// Which claims are there on messages that are gone, and how are they ended? Whoever holds them has nothing left to work on.
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { ackCommands } from "./commands.ts";
import { minus } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { oldestRows, singlyMax } from "./held-rows.ts";
import { plainPlan } from "./plain-plan.ts";
import { mayNot } from "./rights.ts";
import type { SeenMember } from "./seen.ts";

export async function planClear(place: Place, now: GroupNow): Promise<Plan> {
	const holders = now.members.filter(({ holding }) => holding > 0);
	const { rows, gone, isCut, isUnsure } = await oldestRows(place, now);
	const last = new Map(rows.map(({ id, member }) => [member, id]));
	const owners = new Set(
		rows.filter(({ id }) => gone.has(id)).map(({ member }) => member),
	);
	const isSome = isCut || isUnsure;
	const messages = (isSome ? atLeast : exactly)(gone.size);
	const members = holders
		.filter(({ name }) => owners.has(name) || (isUnsure && last.has(name)))
		.map(
			({ name, holding, idleMs }): SeenMember => ({
				...{ name, holding, idleMs, to: last.get(name) ?? null },
				...{ isRemoved: false, isAbsent: false },
			}),
		);
	const looked = isUnsure ? singlyMax : rows.length;
	return plainPlan(place, now, {
		cleanUp: { action: "clear" },
		...{ risk: "none", undo: "not needed", messages },
		shown: ["held"],
		further: { action: "clear" },
		seen: { members, clears: true },
		effects: [
			{
				code: "clear",
				values: {
					messages: gone.size,
					bound: messages.bound,
					members: owners.size,
				},
			},
		],
		warnings:
			isSome && gone.size > 0
				? [{ code: "looked at some", values: { looked } }]
				: [],
		after: { held: minus(exactly(now.held?.total ?? 0), messages) },
		commands: ackCommands(place, [...gone]),
		refusal:
			gone.size > 0
				? await mayNot(place, ["acknowledge"])
				: isSome
					? { code: "none found", values: { looked } }
					: { code: "nothing to do", values: {} },
	});
}
