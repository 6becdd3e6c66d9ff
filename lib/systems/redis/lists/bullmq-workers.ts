// Who works for which queue of BullMQ? Its workers give one of their connections the name of their queue, and their own if they have one.
import { fieldIn } from "../connection/client-line.ts";
import type { Worker } from "./layout.ts";

/** `bull:mails` → `bull:` and the queue's own name in base64. */
export function connectionNameOf(queue: string): string {
	const at = queue.lastIndexOf(":");
	const own = Buffer.from(queue.slice(at + 1)).toString("base64");
	return `${queue.slice(0, at)}:${own}`;
}

const ofWorker = /^(.+?:[A-Za-z0-9+/]+=*)(?::w:(.*))?$/;

/** By the name of their connections. */
export function workersIn(
	text: string,
): ReadonlyMap<string, readonly Worker[]> {
	const workers = new Map<string, Worker[]>();
	for (const line of text.split("\n")) {
		const [, queue, name] = ofWorker.exec(fieldIn(line, "name")) ?? [];
		if (queue === undefined) continue;
		const address = fieldIn(line, "addr");
		const own = workers.get(queue) ?? [];
		workers.set(queue, own);
		own.push({
			...{ name: name ?? address, address, verdict: "live" },
			...{ holding: null, heldSinceMs: null },
		});
	}
	return workers;
}
