// How is a clean-up planned, done and proved at one server? Over a connection of its own, which ends with it.
import {
	type CleanUp,
	type Reclaim,
	reclaimAll,
} from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { type Address, redacted } from "../../address.ts";
import type { CleanUps, Undone } from "../../system.ts";
import type { Configured } from "../connection/configured.ts";
import { type Link, linkTo } from "../connection/link.ts";
import { within } from "../connection/within.ts";
import type { MembersWatch } from "../members/watch.ts";
import { streamKind } from "../streams/readings.ts";
import { apply } from "./apply.ts";
import { planClear } from "./clear.ts";
import { planCount } from "./count.ts";
import { planDestroy } from "./destroy.ts";
import { groupNow, type Place, placeKeys } from "./group-now.ts";
import { prove } from "./prove.ts";
import { planReclaim } from "./reclaim-plan.ts";
import { planRedrive } from "./redrive.ts";
import { planTrim } from "./trim.ts";
import { planUndo } from "./undo.ts";

export type CleanUpsOptions = {
	/** Of whoever is asked now. */
	readonly address: () => Address;
	readonly settings: Configured;
	readonly watch: MembersWatch;
	readonly isCluster: boolean;
};

/** As in the port, and a plan or a proof comes within a time. */
export type NodeCleanUps = {
	plan(
		...given: [...Parameters<CleanUps["plan"]>, deadlineMs: number]
	): ReturnType<CleanUps["plan"]>;
	apply: CleanUps["apply"];
	prove(
		...given: [...Parameters<CleanUps["prove"]>, deadlineMs: number]
	): ReturnType<CleanUps["prove"]>;
};

export function openCleanUps(options: CleanUpsOptions): NodeCleanUps {
	const { address, settings, watch, isCluster } = options;

	async function placeOf(
		link: Link,
		subscription: Subscription,
	): Promise<Place> {
		if (subscription.kind !== streamKind)
			throw new Problem("not found", "subscription gone");
		const url = redacted(address());
		const { secret } = link;
		const place = { secret, subscription, watch, isCluster, url };
		const keys = placeKeys(subscription);
		return { ...place, ...keys, client: await link.client() };
	}

	/** Nothing is sent twice over it, and whoever reads meanwhile is not held up. */
	async function linked<T>(work: (link: Link) => Promise<T>): Promise<T> {
		const link = linkTo(address(), settings);
		try {
			return await work(link);
		} finally {
			link.close();
		}
	}

	return {
		plan: (subscription, cleanUp, undone, deadlineMs) =>
			linked((link) =>
				within(link, deadlineMs, async () =>
					planAt(await placeOf(link, subscription), cleanUp, undone),
				),
			),
		apply: (subscription, plan, course) =>
			linked((link) =>
				apply(() => placeOf(link, subscription), plan, course, link.secret),
			),
		prove: (subscription, plan, before, deadlineMs) =>
			linked((link) =>
				within(link, deadlineMs, async () =>
					prove(await placeOf(link, subscription), plan, before),
				),
			),
	};
}

async function planAt(
	place: Place,
	cleanUp: CleanUp,
	undone: Undone | null,
): Promise<Plan> {
	const now = await groupNow(place);
	switch (cleanUp.action) {
		case "reclaim":
			return planReclaim(place, now, cleanUp);
		case "remove":
			return planReclaim(place, now, removing(cleanUp.members));
		case "clear":
			return planClear(place, now);
		case "trim":
			return planTrim(place, now);
		case "count":
			return planCount(place, now);
		case "destroy":
			return planDestroy(place, now);
		case "redrive":
			return planRedrive(place, now, cleanUp.from);
		case "undo":
			return planUndo(place, now, cleanUp.errand, undone);
		case "recover":
		case "evict":
		case "reset":
		case "forget":
			throw new Problem("refused", "not offered");
	}
}

/** Who holds something is relieved of it first, so that nothing is forgotten. */
const removing = (members: readonly string[] | null): Reclaim => ({
	...reclaimAll,
	members,
});
