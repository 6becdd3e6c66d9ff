// What does rabbitmq.conf say? Everything on this machine alone, counted twice a second, and with limits that a test never meets by chance.
import { join } from "node:path";

export type RabbitPlace = {
	readonly folder: string;
	/** Of its management. */
	readonly port: number;
	readonly encryptedPort: number;
	readonly amqpPort: number;
	/** Where Erlang finds nodes by their names. */
	readonly namesPort: number;
	/** Where nodes and tools speak to this one. */
	readonly peersPort: number;
	readonly certificates: string | null;
	readonly plugins: readonly string[];
};

export function settingsOf(
	place: RabbitPlace,
	own: Readonly<Record<string, string>>,
): string {
	const managed = place.plugins.includes("rabbitmq_management");
	const settings = {
		"listeners.tcp.1": `127.0.0.1:${place.amqpPort}`,
		"log.console.level": "warning",
		"disk_free_limit.absolute": "50MB",
		collect_statistics_interval: "500",
		...(managed ? management(place) : {}),
		...own,
	};
	return Object.entries(settings)
		.map(([name, value]) => `${name} = ${value}\n`)
		.join("");
}

function management({ port, encryptedPort, certificates }: RabbitPlace) {
	const policies = ["global", "basic", "detailed"].map((policy) => [
		`management.sample_retention_policies.${policy}.minute`,
		"1",
	]);
	return {
		"management.tcp.ip": "127.0.0.1",
		"management.tcp.port": String(port),
		...Object.fromEntries(policies),
		...(certificates === null
			? {}
			: {
					"management.ssl.ip": "127.0.0.1",
					"management.ssl.port": String(encryptedPort),
					"management.ssl.cacertfile": join(certificates, "ca.pem"),
					"management.ssl.certfile": join(certificates, "broker.pem"),
					"management.ssl.keyfile": join(certificates, "broker.key"),
				}),
	};
}
