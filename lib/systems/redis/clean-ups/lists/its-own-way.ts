// What is said where a program keeps jobs by rules of its own? That it is so, and what to run.

import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { lineOf } from "#lib/core/command.ts";
import type { Remedy } from "../../lists/layout.ts";
import { drawn } from "./draw.ts";
import type { ListNow, Place } from "./list-now.ts";

export async function planItsOwn(
	place: Place,
	now: ListNow,
	{ program, commands }: Extract<Remedy, { by: "its own" }>,
	cleanUp: Extract<CleanUp, { action: "recover" | "redrive" }>,
): Promise<Plan> {
	const lines = (commands(cleanUp.action, place.url) ?? []).map(lineOf);
	const whole = lines.filter((line) => line !== null);
	const plan = await drawn(place, now, {
		...{ cleanUp, effects: [], undo: "not needed" },
		commands: whole.length === lines.length ? whole : null,
		refusal:
			lines.length === 0
				? { code: "nothing to do", values: {} }
				: { code: "its own way", values: { program } },
	});
	return { ...plan, risk: "none", figures: [] };
}
