// Under which names does Redis's usual exporter show a stream's groups? A broker is one database here, so it stands for the label `db`.
import type { MetricWords } from "#lib/core/metric.ts";

const labels = {
	broker: "broker",
	stream: "channel",
	group: "group",
} as const;

export const listMetrics: readonly MetricWords[] = [
	{
		name: "redis_key_size",
		help: "Messages that wait in the list, in all of its keys together",
		figure: "lag",
		labels: { broker: "broker", key: "channel" },
		together: "sum",
	},
	{
		name: "tidemark_list_unchanged_seconds",
		help: "How long the oldest message in progress has been the same one, as far as that was seen",
		figure: "oldestHeldSeconds",
		labels: { broker: "broker", key: "channel" },
		together: "greatest",
	},
];

export const metrics: readonly MetricWords[] = [
	{
		name: "redis_stream_group_lag",
		help: "Entries of the stream that the group was not given; left out where the server does not know",
		figure: "lag",
		labels,
		together: "sum",
	},
	{
		name: "redis_stream_group_messages_pending",
		help: "Entries that the group was given and has not acknowledged",
		figure: "holding",
		labels,
		together: "sum",
	},
	{
		name: "redis_stream_group_consumers",
		help: "Consumers that are registered with the group",
		figure: "registered",
		labels,
		together: "sum",
	},
];
