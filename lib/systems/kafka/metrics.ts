// Under which names do Kafka's exporters show a lag? Those of the kafka-lag-exporter family, whose labels tell clusters apart.
import type { MetricWords } from "#lib/core/metric.ts";

const ofGroup = { cluster_name: "broker", group: "group" } as const;

export const metrics: readonly MetricWords[] = [
	{
		name: "kafka_consumergroup_group_topic_sum_lag",
		help: "Messages of the topic that the group has not read",
		figure: "lag",
		labels: { ...ofGroup, topic: "channel" },
		together: "sum",
	},
	{
		name: "kafka_consumergroup_group_sum_lag",
		help: "Messages of all its topics that the group has not read",
		figure: "lag",
		labels: ofGroup,
		together: "sum",
	},
	{
		name: "kafka_consumergroup_group_max_lag_seconds",
		help: "Age of the oldest message that the group has not read",
		figure: "timeLagSeconds",
		labels: ofGroup,
		together: "greatest",
	},
	{
		name: "kafka_consumergroup_group_state",
		help: "0 Unknown, 1 PreparingRebalance, 2 CompletingRebalance, 3 Stable, 4 Dead, 5 Empty, 6 Assigning, 7 Reconciling",
		figure: "state",
		labels: ofGroup,
		together: "greatest",
		states: {
			Unknown: 0,
			PreparingRebalance: 1,
			CompletingRebalance: 2,
			Stable: 3,
			Dead: 4,
			Empty: 5,
			Assigning: 6,
			Reconciling: 7,
		},
	},
];
