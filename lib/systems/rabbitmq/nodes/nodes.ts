// What is wrong with the nodes themselves, and with what they let in? Asked every so often, and in each tick while something is.
import type { Trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Client } from "../connection/client.ts";
import { listIn, listOf, textIn } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { isAlarm, troublesOf } from "./node-replies.ts";

export type Nodes = { tick(untilMs: number): Promise<readonly Trouble[]> };

const everyMs = 15_000;
const refusedForMs = 60_000;
const connectionsLooked = 500;

const columns = [
	...["name", "running", "partitions", "mem_alarm", "mem_used", "mem_limit"],
	...["disk_free_alarm", "disk_free", "disk_free_limit"],
].join(",");

export function openNodes(client: Client): Nodes {
	let found: readonly Trouble[] = [];
	let askAgainMs = Number.NEGATIVE_INFINITY;

	async function ask(untilMs: number): Promise<readonly Trouble[]> {
		const path = asking(pathOf("nodes"), { columns });
		const troubles = listOf(await client.read(path, untilMs)).flatMap(
			troublesOf,
		);
		if (!troubles.some(isAlarm)) return troubles;
		const held = await heldUp(untilMs);
		return held === 0
			? troubles
			: troubles.map((it) =>
					isAlarm(it)
						? { ...it, detail: `${it.detail}; ${held} connections held up` }
						: it,
				);
	}

	/** Whoever writes is made to wait until the alarm is over. */
	async function heldUp(untilMs: number): Promise<number> {
		const path = asking(pathOf("connections"), {
			...{ page: 1, page_size: connectionsLooked, columns: "name,state" },
		});
		const items = listIn(await client.read(path, untilMs), "items");
		return items.filter((it) => textIn(it, "state") === "blocked").length;
	}

	return {
		async tick(untilMs) {
			const nowMs = performance.now();
			if (nowMs < askAgainMs) return found;
			try {
				found = await ask(untilMs);
				askAgainMs = nowMs + (found.length > 0 ? 0 : everyMs);
			} catch (error) {
				if (!(error instanceof TroubleError)) throw error;
				found = [{ ...error.trouble, part: "GET /api/nodes" }];
				const isRight = error.trouble.code === "right missing";
				askAgainMs = nowMs + (isRight ? refusedForMs : 0);
			}
			return found;
		},
	};
}
