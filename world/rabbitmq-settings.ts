// How is a RabbitMQ of ours set up? Everything on this machine alone, counted twice a second, and with limits that a test never meets by chance.
import { mkdir, writeFile } from "node:fs/promises";
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

/** Writes what the server reads at its start, and says where that lies. */
export async function environmentOf(
	place: RabbitPlace,
	own: Readonly<Record<string, string>>,
	erlang: string,
): Promise<Readonly<Record<string, string>>> {
	const { folder } = place;
	await mkdir(folder, { recursive: true });
	const settings = join(folder, "rabbitmq.conf");
	await writeFile(settings, settingsOf(place, own));
	const plugins = join(folder, "plugins");
	await writeFile(plugins, `[${place.plugins.join(",")}].\n`);
	return {
		...{ LC_ALL: "C.UTF-8", HOME: folder },
		PATH: `${erlang}:${process.env.PATH ?? ""}`,
		ERL_CRASH_DUMP: join(folder, "erl_crash.dump"),
		ERL_EPMD_PORT: String(place.namesPort),
		RABBITMQ_NODENAME: "rabbit@localhost",
		RABBITMQ_DIST_PORT: String(place.peersPort),
		RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
			"-kernel inet_dist_use_interface {127,0,0,1}",
		RABBITMQ_CTL_DIST_PORT_MAX: "45672",
		RABBITMQ_CONFIG_FILE: settings,
		RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
		// The machine's own settings are not ours.
		RABBITMQ_CONF_ENV_FILE: join(folder, "none"),
		RABBITMQ_ADVANCED_CONFIG_FILE: join(folder, "none.config"),
		RABBITMQ_MNESIA_BASE: join(folder, "kept"),
		RABBITMQ_LOG_BASE: folder,
		RABBITMQ_LOGS: "-",
		// The script becomes the server, and no shell stands between it and us.
		RUNNING_UNDER_SYSTEMD: "1",
	};
}

function settingsOf(
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
