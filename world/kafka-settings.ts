// With which settings does a Kafka node of ours start? Small, and quick to forget, so that everything can be watched happening.

export type KafkaNode = {
	readonly id: number;
	readonly port: number;
	readonly controllerPort: number;
	readonly folder: string;
};

export const addressOf = (nodes: readonly KafkaNode[]) =>
	`kafka://${nodes.map((node) => `127.0.0.1:${node.port}`).join(",")}`;

export function settingsOf(
	node: KafkaNode,
	nodes: readonly KafkaNode[],
	more: Readonly<Record<string, string>> = {},
): string {
	const copies = String(nodes.length);
	const inSync = String(nodes.length === 1 ? 1 : 2);
	const settings: Record<string, string> = {
		"process.roles": "broker,controller",
		"node.id": String(node.id),
		"controller.quorum.voters": nodes
			.map((voter) => `${voter.id}@127.0.0.1:${voter.controllerPort}`)
			.join(","),
		listeners: `PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controllerPort}`,
		"advertised.listeners": `PLAINTEXT://127.0.0.1:${node.port}`,
		"controller.listener.names": "CONTROLLER",
		"inter.broker.listener.name": "PLAINTEXT",
		"log.dirs": `${node.folder}/log`,
		"auto.create.topics.enable": "false",
		"default.replication.factor": copies,
		"min.insync.replicas": inSync,
		"offsets.topic.replication.factor": copies,
		"offsets.topic.num.partitions": "8",
		"transaction.state.log.replication.factor": copies,
		"transaction.state.log.min.isr": inSync,
		"transaction.state.log.num.partitions": "4",
		"share.coordinator.state.topic.replication.factor": copies,
		"share.coordinator.state.topic.min.isr": inSync,
		"share.coordinator.state.topic.num.partitions": "4",
		"group.initial.rebalance.delay.ms": "0",
		"log.retention.check.interval.ms": "5000",
		"log.initial.task.delay.ms": "1000",
		"log.segment.delete.delay.ms": "1000",
		"offsets.retention.check.interval.ms": "2000",
		// With its default of 128 MB a heap of 192 MB dies at start.
		"log.cleaner.dedupe.buffer.size": "10485760",
		"group.min.session.timeout.ms": "1000",
		"group.consumer.min.session.timeout.ms": "5000",
		"group.consumer.session.timeout.ms": "10000",
		"group.share.min.heartbeat.interval.ms": "500",
		"group.share.heartbeat.interval.ms": "500",
		"group.streams.initial.rebalance.delay.ms": "0",
		// A killed node may come back only after its old session has ended: the default makes that 9 s.
		"broker.session.timeout.ms": "4000",
		"broker.heartbeat.interval.ms": "1000",
		...more,
	};
	return Object.entries(settings)
		.map(([key, value]) => `${key}=${value}\n`)
		.join("");
}
