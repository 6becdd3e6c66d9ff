// What is wrong with the nodes themselves, and with what they let in? Asked every so often, and in each tick while something is.
import type { Trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Client } from "../connection/client.ts";
import { listOf } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { heldUpIn, isAlarm, troublesOf } from "./node-replies.ts";

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
		try {
			const held = await heldUp(untilMs);
			if (held === null) return troubles;
			return troubles.map((it) =>
				isAlarm(it) ? { ...it, detail: `${it.detail}; ${held}` } : it,
			);
		} catch (error) {
			return [...troubles, unansweredAt("connections", error)];
		}
	}

	/** Whoever writes is made to wait until the alarm is over. */
	async function heldUp(untilMs: number): Promise<string | null> {
		const path = asking(pathOf("connections"), {
			...{ page: 1, page_size: connectionsLooked, columns: "name,state" },
		});
		return heldUpIn(await client.read(path, untilMs));
	}

	return {
		async tick(untilMs) {
			const nowMs = performance.now();
			if (nowMs < askAgainMs) return found;
			try {
				found = await ask(untilMs);
				askAgainMs = nowMs + (found.length > 0 ? 0 : everyMs);
			} catch (error) {
				const why = unansweredAt("nodes", error);
				found = [why];
				const isRight = why.code === "right missing";
				askAgainMs = nowMs + (isRight ? refusedForMs : 0);
			}
			return found;
		},
	};
}

/** Throws what is no trouble of the server. */
function unansweredAt(asked: string, error: unknown): Trouble {
	if (!(error instanceof TroubleError)) throw error;
	return { ...error.trouble, part: `GET ${pathOf(asked)}` };
}
