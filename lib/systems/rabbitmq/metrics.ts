// Under which names does RabbitMQ's own exporter show a queue? The virtual host stands in the name of the queue here.
import type { MetricWords } from "#lib/core/metric.ts";

const labels = { broker: "broker", queue: "channel" } as const;

export const metrics: readonly MetricWords[] = [
	{
		name: "rabbitmq_queue_messages_ready",
		help: "Messages that wait in the queue",
		figure: "lag",
		labels,
		together: "sum",
	},
	{
		name: "rabbitmq_queue_messages_unacked",
		help: "Messages that consumers were handed and have not acknowledged",
		figure: "holding",
		labels,
		together: "sum",
	},
	{
		name: "rabbitmq_queue_consumers",
		help: "Consumers of the queue",
		figure: "registered",
		labels,
		together: "sum",
	},
];
