// May whoever is signed in do this at all? Asked before anybody approves it; the broker is asked again when it is done.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import {
	groupRights,
	operations,
	topicRights,
} from "../protocol/rights-requests.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";

type Operation = keyof typeof operations;

/** Of a share group too, each has its twin that asks for the same. */
const needed: Readonly<
	Partial<
		Record<
			CleanUp["action"],
			{ readonly group: Operation; readonly topics: boolean }
		>
	>
> = {
	reset: { group: "READ", topics: true },
	undo: { group: "READ", topics: true },
	evict: { group: "READ", topics: false },
	forget: { group: "DELETE", topics: true },
	destroy: { group: "DELETE", topics: false },
};

/** The plan as it is, or why the broker will not let it be done. */
export async function asAllowed(
	place: Place,
	now: GroupNow,
	plan: Plan,
): Promise<Plan> {
	if (plan.refusal !== null) return plan;
	const refusal = await missing(place, now, plan.cleanUp.action);
	return refusal === null ? plan : { ...plan, refusal };
}

async function missing(
	{ links, group, subscription, untilMs }: Place,
	{ link, topics }: GroupNow,
	action: CleanUp["action"],
): Promise<Refusal | null> {
	const need = needed[action];
	if (need === undefined) return null;
	const all = action === "undo" ? [...topics.keys()] : [subscription.channel];
	const names = need.topics ? all : [];
	const [ofGroup, ofTopics] = await Promise.all([
		link.ask(groupRights(group), untilMs()),
		names.length === 0
			? new Map<string, number | null>()
			: links.first(topicRights(names), untilMs()),
	]);
	const lacks = (bits: number | null | undefined, operation: Operation) =>
		typeof bits === "number" && (bits & operations[operation]) === 0;
	if (lacks(ofGroup, need.group))
		return forbidden(need.group, `group ${group}`);
	const topic = names.find((name) => lacks(ofTopics.get(name), "READ"));
	return topic === undefined ? null : forbidden("READ", `topic ${topic}`);
}

const forbidden = (operation: Operation, on: string): Refusal => ({
	code: "broker forbids",
	values: { detail: `${operation} is missing on ${on}` },
});
