// What could become of the messages of several plans? A choice is offered where one of them can have it.
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

export type Choice = PlanReply["choices"][number];

/** Of one plan as they are; of several without the names that differ from one to the next. */
export function choicesOf(plans: readonly PlanReply[]): readonly Choice[] {
	const [only, ...others] = plans;
	if (only === undefined) return [];
	if (others.length === 0) return only.choices;
	const all = plans.flatMap(({ choices }) => choices);
	const fates = new Set(all.map(({ fate }) => fate));
	return [...fates].flatMap((fate) => {
		const of = all.filter((choice) => choice.fate === fate);
		const fitting = of.find(({ refusal }) => refusal === null) ?? of[0];
		return fitting === undefined
			? []
			: { ...fitting, to: null, candidates: [] };
	});
}
