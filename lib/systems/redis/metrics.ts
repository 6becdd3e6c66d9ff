// Under which names does Redis's usual exporter show a stream's groups? A broker is one database here, so it stands for the label `db`.
import type { MetricWords } from "#lib/core/metric.ts";

const labels = {
	broker: "broker",
	stream: "channel",
	group: "group",
} as const;

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
