// What does a tick ask of the management, and in what order? Its version now and then, its queues, and its nodes beside them.
import { noBystanders } from "#lib/core/bystander.ts";
import type { Connection, OpenOptions } from "../system.ts";
import { openCleanUps } from "./clean-ups/open.ts";
import { openClient } from "./connection/client.ts";
import { type Configured, nothingConfigured } from "./connection/configured.ts";
import { textIn } from "./connection/json.ts";
import { asking, pathOf } from "./connection/paths.ts";
import { virtualHostOf } from "./connection/settings.ts";
import { examine } from "./examine/examine.ts";
import { look } from "./looks/look.ts";
import { openNodes } from "./nodes/nodes.ts";
import { openQueues } from "./queues/queues.ts";

const versionEveryMs = 60_000;

export function connectTo(options: OpenOptions<Configured>): Connection {
	const { address, deadlineMs } = options;
	const configured = options.settings ?? nothingConfigured;
	const client = openClient(address, configured);
	const queues = openQueues(client, virtualHostOf(address), configured);
	const nodes = openNodes(client);
	const until = () => performance.now() + 0.9 * deadlineMs;
	let version: { readonly said: string | null; readonly atMs: number } | null =
		null;

	async function versionNow(untilMs: number): Promise<string | null> {
		const nowMs = performance.now();
		if (version !== null && nowMs - version.atMs < versionEveryMs)
			return version.said;
		const path = asking(pathOf("overview"), { columns: "rabbitmq_version" });
		const said = textIn(await client.read(path, untilMs), "rabbitmq_version");
		version = { said, atMs: nowMs };
		return said;
	}

	return {
		async read() {
			const untilMs = until();
			const said = await versionNow(untilMs);
			const [told, troubles] = await Promise.all([
				queues.tick(untilMs),
				nodes.tick(untilMs),
			]);
			return {
				...{ readings: told.readings, complete: told.complete, gone: [] },
				troubles: [...troubles, ...(told.trouble ? [told.trouble] : [])],
				version: said,
				bystanders: noBystanders,
				...{ ownShare: null, connections: null, standing: [] },
			};
		},
		look: (subscription, page) =>
			look(
				{ client, configured, known: queues.known },
				subscription,
				page,
				until(),
			),
		examine: () => examine(options),
		cleanUps: openCleanUps({ client, address, configured, deadlineMs }),
		async close() {
			client.close();
		},
	};
}
