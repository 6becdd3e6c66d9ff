// How is a clean-up planned, done and proved at one server? Over a connection of its own, which ends with it; each kind in its own way.
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { type Address, redacted } from "../../address.ts";
import type { CleanUps } from "../../system.ts";
import type { Configured } from "../connection/configured.ts";
import { type Link, linkTo } from "../connection/link.ts";
import { sentName } from "../connection/name.ts";
import { within } from "../connection/within.ts";
import type { List } from "../lists/layout.ts";
import { listKind } from "../lists/readings.ts";
import type { MembersWatch } from "../members/watch.ts";
import { streamKind } from "../streams/readings.ts";
import type { Cleaner, Spot } from "./cleaner.ts";
import { openListCleaner } from "./lists/open.ts";
import { openStreamCleaner } from "./streams/open.ts";

export type CleanUpsOptions = {
	/** Of whoever is asked now. */
	readonly address: () => Address;
	readonly settings: Configured;
	readonly isCluster: boolean;
	readonly watch: MembersWatch;
	/** Of that name, as the ticks remember it. */
	readonly listOf: (name: string) => List | undefined;
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
	const { address, settings, isCluster, watch, listOf } = options;
	const cleaners = new Map([
		[streamKind, openStreamCleaner(watch)],
		[listKind, openListCleaner(listOf)],
	]);

	function cleanerOf({ kind }: Subscription): Cleaner {
		const cleaner = cleaners.get(kind);
		if (cleaner === undefined)
			throw new Problem("not found", "subscription gone");
		return cleaner;
	}

	async function spotOf(link: Link, subscription: Subscription): Promise<Spot> {
		return {
			...{ secret: link.secret, subscription, isCluster },
			...{ url: redacted(address()), key: sentName(subscription.channel) },
			client: await link.client(),
		};
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

	const timed = <T>(
		subscription: Subscription,
		deadlineMs: number,
		work: (cleaner: Cleaner, spot: Spot) => Promise<T>,
	): Promise<T> =>
		linked((link) =>
			within(link, deadlineMs, async () =>
				work(cleanerOf(subscription), await spotOf(link, subscription)),
			),
		);

	return {
		plan: (subscription, cleanUp, undone, deadlineMs) =>
			timed(subscription, deadlineMs, (cleaner, spot) =>
				cleaner.plan(spot, cleanUp, undone),
			),
		apply: (subscription, plan, course) =>
			linked((link) =>
				cleanerOf(subscription).apply(
					() => spotOf(link, subscription),
					plan,
					course,
					link.secret,
				),
			),
		prove: (subscription, plan, before, deadlineMs) =>
			timed(subscription, deadlineMs, (cleaner, spot) =>
				cleaner.prove(spot, plan, before),
			),
	};
}
