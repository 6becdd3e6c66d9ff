// Who else can say what waits in every queue, what is held and who reads? Each is asked for the same.
import type { RabbitWorld } from "#world/rabbitmq.ts";
import { managedAt } from "#world/rabbitmq-managed.ts";
import { queueCount } from "./rabbitmq-work.ts";

/** The server's own tool, as an administrator runs it. */
export async function ownTool(world: RabbitWorld): Promise<void> {
	const columns = ["messages_ready", "messages_unacknowledged", "consumers"];
	const text = await world.ctl(
		...["list_queues", "-q", "--no-table-headers", "name", ...columns],
	);
	expectAll(text.trimEnd().split("\n").length);
}

/** What a script would do that knows the management: one question for everything. */
export async function naivePoll(world: RabbitWorld): Promise<void> {
	const reply = await managedAt(world.port, 300_000)("GET", "/api/queues");
	expectAll(Array.isArray(reply) ? reply.length : 0);
}

/** What Prometheus would fetch from the server's own exporter, told by queue. */
export async function ownExporter(port: number): Promise<void> {
	const reply = await fetch(`http://127.0.0.1:${port}/metrics/per-object`);
	const text = await reply.text();
	expectAll(text.match(/^rabbitmq_queue_messages_ready\{/gm)?.length ?? 0);
}

function expectAll(count: number) {
	if (count < queueCount) throw new Error(`${count} queues were told`);
}
