// What does an address lead to? One server, what Sentinel watches over, or a whole cluster of which it names some nodes.
import { trouble } from "#lib/core/trouble.ts";
import type { Connection, OpenOptions } from "../system.ts";
import { ask } from "./connection/ask.ts";
import { type Configured, nothingConfigured } from "./connection/configured.ts";
import { isRefused } from "./connection/trouble-of.ts";
import { examine } from "./examine/examine.ts";
import { cleanUpsAt } from "./topology/clean-ups.ts";
import { openCluster } from "./topology/cluster.ts";
import { openNode } from "./topology/node.ts";
import { isSentinel, openSentinel } from "./topology/sentinel.ts";

export function connectTo(options: OpenOptions<Configured>): Connection {
	return { ...connectionTo(options), examine: () => examine(options) };
}

function connectionTo(options: OpenOptions<Configured>): Connection {
	if (isSentinel(options.address)) return openSentinel(options);
	return options.address.hosts.length > 1
		? openCluster(options)
		: openServer(options);
}

/** Not a failure: what is read there is another thing than was thought. */
class IsCluster extends Error {}

function openServer(options: OpenOptions<Configured>): Connection {
	const { address, settings = nothingConfigured, deadlineMs } = options;
	let cluster: Connection | null = null;
	let isClosed = false;
	const node = openNode({
		...{ address, settings, firstMs: deadlineMs / 2 },
		async meet({ isCluster }, client) {
			if (!isCluster) return [];
			const secret = address.password?.reveal() ?? "";
			const [answer] = await ask(client, secret, [["cluster", "SLOTS"]]);
			if (answer?.error && isRefused(answer.error, secret))
				return [trouble("one node only")];
			throw new IsCluster();
		},
	});

	function turnToCluster(): Connection {
		node.close();
		cluster ??= openCluster(options);
		if (isClosed) void cluster.close();
		return cluster;
	}

	const own = cleanUpsAt(async () => ({ node, leftMs: deadlineMs }));
	const cleanUps = () => cluster?.cleanUps ?? own;

	return {
		async read() {
			if (cluster !== null) return cluster.read();
			try {
				return await node.read(deadlineMs);
			} catch (error) {
				if (!(error instanceof IsCluster)) throw error;
				return turnToCluster().read();
			}
		},
		look: (subscription, page) =>
			cluster === null
				? node.look(subscription, page, deadlineMs)
				: cluster.look(subscription, page),
		cleanUps: {
			plan: (...given) => cleanUps().plan(...given),
			apply: (...given) => cleanUps().apply(...given),
			prove: (...given) => cleanUps().prove(...given),
		},
		async close() {
			isClosed = true;
			node.close();
			await cluster?.close();
		},
	};
}
