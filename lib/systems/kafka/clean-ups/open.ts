// How is a clean-up planned, done and proved at one cluster? Looks go over the connections of reading; what changes something has its own.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { CleanUps, Undone } from "../../system.ts";
import type { Links } from "../connection/links.ts";
import { groupOrAbsent } from "./absent.ts";
import { apply } from "./apply.ts";
import { planDestroy } from "./destroy.ts";
import { planEvict } from "./evict.ts";
import { planForget } from "./forget.ts";
import { type GroupNow, groupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import { prove } from "./prove.ts";
import { planReset } from "./reset.ts";
import { asAllowed } from "./rights.ts";
import { planUndo, topicsOf, typeOf } from "./undo.ts";

export type CleanUpsOptions = {
	/** Of the ticks and looks: when one of those is not answered in time it is closed. */
	readonly links: Links;
	/** New ones, to the same cluster: a silence that somebody else does not wait out would leave a change unanswered. */
	readonly openLinks: () => Links;
	readonly learned: Place["learned"];
	readonly hosts: string;
	readonly deadlineMs: number;
};

const restMaxMs = 10_000;

export function openCleanUps(options: CleanUpsOptions): CleanUps & {
	close(): void;
} {
	const { links, openLinks, learned, hosts, deadlineMs } = options;
	const ownMs = 0.9 * deadlineMs;
	let own: Links | null = null;
	let resting: NodeJS.Timeout | undefined;

	function placeOf(
		over: Links,
		subscription: Subscription,
		untilMs: () => number,
	): Place {
		const { group } = subscription;
		if (group === null) throw new Problem("not found", "subscription gone");
		return { links: over, subscription, group, hosts, learned, untilMs };
	}

	function lookingAt(subscription: Subscription): Place {
		const untilMs = performance.now() + ownMs;
		return placeOf(links, subscription, () => untilMs);
	}

	function close(): void {
		clearTimeout(resting);
		own?.close();
		own = null;
	}

	return {
		close,
		async plan(subscription, cleanUp, undone) {
			return planAt(lookingAt(subscription), cleanUp, undone);
		},
		async apply(subscription, plan, course) {
			clearTimeout(resting);
			own ??= openLinks();
			try {
				const eachMs = () => performance.now() + ownMs;
				return await apply(placeOf(own, subscription, eachMs), plan, course);
			} finally {
				// Many are done one after another.
				resting = setTimeout(close, restMaxMs).unref();
			}
		},
		async prove(subscription, plan) {
			return prove(lookingAt(subscription), plan);
		},
	};
}

async function planAt(
	place: Place,
	cleanUp: CleanUp,
	undone: Undone | null,
): Promise<Plan> {
	const now = await nowFor(place, cleanUp, undone);
	const plan = await drawn(place, now, cleanUp, undone);
	const { group, learned } = place;
	const isUndo = cleanUp.action === "undo";
	const { topics } = now;
	if (!plan.refusal && learned.scrutiny.doubts(group, topics, isUndo))
		return { ...plan, refusal: { code: "not agreed", values: {} } };
	return asAllowed(place, now, plan);
}

async function nowFor(
	place: Place,
	{ action }: CleanUp,
	undone: Undone | null,
): Promise<GroupNow> {
	switch (action) {
		case "reset":
			return known(place, [place.subscription.channel]);
		case "undo": {
			const type = typeOf(undone);
			const now = await groupOrAbsent(place, topicsOf(undone), type);
			await readRules(place, now);
			return now;
		}
		case "destroy":
		case "forget":
			return known(place, null);
		case "evict":
			return groupNow(place, null);
		default:
			throw new Problem("refused", "not offered");
	}
}

async function drawn(
	place: Place,
	now: GroupNow,
	cleanUp: CleanUp,
	undone: Undone | null,
): Promise<Plan> {
	switch (cleanUp.action) {
		case "reset":
			return planReset(place, now, cleanUp);
		case "undo":
			return planUndo(place, now, cleanUp.errand, undone);
		case "destroy":
			return planDestroy(place, now);
		case "forget":
			return planForget(place, now);
		case "evict":
			return planEvict(place, now, cleanUp.member);
		default:
			throw new Problem("refused", "not offered");
	}
}

/** A look, and whether offsets of these topics are messages. */
async function known(place: Place, topics: readonly string[] | null) {
	const now = await groupNow(place, topics);
	await readRules(place, now);
	return now;
}

async function readRules(place: Place, now: GroupNow): Promise<void> {
	const named = [...now.topics.values()].map(({ place: { topic, id } }) => ({
		...{ name: topic, id },
	}));
	await place.learned.rules.read(place.links, named, place.untilMs());
}
