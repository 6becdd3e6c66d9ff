// How is pub/sub read in a tick? What is heard of one server's channels and of those who listen there.
import type { Redis } from "ioredis";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { LookPage } from "../../system.ts";
import type { ClientLists } from "../connection/client-list.ts";
import type { Moment } from "../part.ts";
import type { ChannelsConfigured } from "./configured.ts";
import type { NodeFacts } from "./facts.ts";
import { lookAtListeners } from "./look.ts";
import { watchChannels } from "./watch.ts";

/** Facts and not readings: where there are several servers, only all of them together know a channel. */
export type BroadcastTold = {
	readonly facts: NodeFacts;
	readonly gone: readonly {
		readonly name: string;
		readonly isShard: boolean;
	}[];
	readonly troubles: readonly Trouble[];
	readonly serverMs: number;
};

export function openBroadcast(
	configured: ChannelsConfigured,
	lists: ClientLists,
) {
	const watch = watchChannels(configured);

	return {
		async tick(moment: Moment): Promise<BroadcastTold> {
			const list = await lists.inTick(moment);
			if (list !== null) await watch.hear(list, moment);
			return {
				...{ facts: watch.facts(), gone: watch.takeGone() },
				...{ troubles: watch.troubles(), serverMs: moment.server.nowMs },
			};
		},
		look: (
			client: Redis,
			secret: string,
			subscription: Subscription,
			page: LookPage,
		) =>
			lookAtListeners(
				...([client, secret, watch.facts().listeners] as const),
				...([subscription, page] as const),
			),
	};
}
