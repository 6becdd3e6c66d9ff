// How is Kafka read? The door of this system: everything else in the folder is behind it.
//
// A tick asks every node at once which groups it coordinates and where they stand, then each partition's leader where
// its log ends, once for all groups together: positions before ends, so that a reader is never ahead of itself. What a
// node does not say within its deadline leaves only its own groups unknown. Partitions are columns of numbers from the
// answer's bytes to the judgement. How old unread messages are is told by the ends seen at moments; what these cannot date
// is asked of the broker's index by time and, where a group rests, of the record's header: once each, a few in a tick.
// A tick or a look asks nothing that could create, join or commit anything; only a clean-up that was approved does
// (clean-ups/open.ts), over connections of its own. The client library carries bytes and logs in, and its
// administration calls are not used, because one odd group fails them as a whole.

import { Problem } from "#lib/core/problem.ts";
import type { Address } from "../address.ts";
import type { Connection, System } from "../system.ts";
import { TroubleError } from "../trouble-error.ts";
import { openCleanUps } from "./clean-ups/open.ts";
import { Cluster } from "./cluster.ts";
import { type Configured, configured } from "./connection/configured.ts";
import { Links, placeOf } from "./connection/links.ts";
import { mistakesIn, schemes, usualPort } from "./connection/settings.ts";
import { troubleOf } from "./connection/trouble-of.ts";
import { examine } from "./examine/examine.ts";
import { look } from "./looks/look.ts";
import { words } from "./words.ts";

export const kafka: System<Configured> = {
	words,
	schemes,
	usualPorts: [usualPort],
	settings: configured,
	mistakesIn,
	open({ address, settings, deadlineMs }): Connection {
		const links = new Links(address, settings);
		const cluster = new Cluster(links, deadlineMs, settings);
		const cleanUps = openCleanUps({
			...{ links, learned: cluster, hosts: hostsOf(address), deadlineMs },
			openLinks: () => new Links(address, settings),
		});
		return {
			read: () => orTrouble(cluster.read()),
			look(subscription, page) {
				const untilMs = performance.now() + 0.9 * deadlineMs;
				return orTrouble(look(links, cluster, subscription, page, untilMs));
			},
			examine: () => orTrouble(examine(address, settings, deadlineMs)),
			cleanUps: {
				plan: (...given) => orTrouble(cleanUps.plan(...given)),
				apply: (...given) => orTrouble(cleanUps.apply(...given)),
				prove: (...given) => orTrouble(cleanUps.prove(...given)),
			},
			async close() {
				cleanUps.close();
				links.close();
			},
		};
	},
};

const hostsOf = ({ hosts }: Address): string =>
	hosts.map(({ host, port }) => placeOf(host, port ?? usualPort)).join(",");

/** What is expected leaves as a Problem or a TroubleError; whatever else the network or the library threw becomes one. */
async function orTrouble<T>(asked: Promise<T>): Promise<T> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof Problem || error instanceof TroubleError) throw error;
		throw new TroubleError(troubleOf(error));
	}
}
