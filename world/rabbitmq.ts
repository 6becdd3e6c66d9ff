// How is a real RabbitMQ started, broken and ended?
import { execFile } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Child, startChild } from "./child.ts";
import { eventuallyFrom } from "./eventually.ts";
import { freePorts } from "./ports.ts";
import { otherRabbits, type RabbitVersion, rabbitmq } from "./rabbitmq.mjs";
import { managedAt } from "./rabbitmq-managed.ts";
import { environmentOf, type RabbitPlace } from "./rabbitmq-settings.ts";

const run = promisify(execFile);

export type RabbitWorld = {
	/** Its management: `rabbitmq://guest:guest@127.0.0.1:port` */
	readonly address: string;
	/** `rabbitmqs://guest:guest@127.0.0.1:port`; null without certificates. */
	readonly encryptedAddress: string | null;
	/** What programs that read and write connect to: `amqp://guest:guest@127.0.0.1:port` */
	readonly amqpAddress: string;
	/** Of its management. */
	readonly port: number;
	readonly amqpPort: number;
	readonly folder: string;
	/** Asks the management as an administrator: `call("PUT", "/api/vhosts/shop")`. What it answers, or null where it answers nothing. */
	readonly call: ReturnType<typeof managedAt>;
	/** What `rabbitmqctl` prints, which takes about two seconds. */
	ctl(...args: string[]): Promise<string>;
	freeze(): void;
	thaw(): void;
	/** SIGKILL: no goodbye. 4.0 forgets queues that were made in the seconds before. */
	kill(): Promise<void>;
	/** On the same ports and data; ends it cleanly first when it still runs. */
	restart(): Promise<void>;
	stop(): Promise<void>;
};

export type RabbitOptions = {
	readonly folder: string;
	/** More lines of rabbitmq.conf, or others than ours. */
	readonly settings?: Readonly<Record<string, string>>;
	/** In place of the management alone. */
	readonly plugins?: readonly string[];
	/** The folder of world/certificates.ts: its management then also listens with TLS. */
	readonly certificates?: string;
	/** Left out: the one this run of the tests is about, else the usual one. Fetched when it is not there. */
	readonly version?: RabbitVersion;
};

export async function startRabbit(
	options: RabbitOptions,
): Promise<RabbitWorld> {
	const { folder } = options;
	const { scripts, erlang } = await rabbitmq(
		options.version ?? versionOfThisRun(),
	);
	const place = await placeFor(options);
	const env = await environmentOf(place, options.settings ?? {}, erlang);
	// One of its own, and there before anybody asks for it: Erlang would leave behind the one that it starts itself.
	const names = startChild({
		command: join(erlang, "epmd"),
		args: ["-address", "127.0.0.1", "-port", String(place.namesPort)],
		output: join(folder, "epmd.log"),
	});
	const launch = () => start(join(scripts, "rabbitmq-server"), place, env);
	const call = managedAt(place.port);
	let server: Child;
	try {
		await eventuallyFrom(names, () => listens(place.namesPort), 30_000);
		server = await launch();
	} catch (error) {
		await names.kill();
		throw error;
	}
	return {
		...addressesOf(place),
		folder,
		call,
		async ctl(...args) {
			const { stdout } = await run(join(scripts, "rabbitmqctl"), args, {
				env: { ...process.env, ...env },
				maxBuffer: 64 * 1024 * 1024,
			});
			return stdout;
		},
		freeze: () => server.freeze(),
		thaw: () => server.thaw(),
		async kill() {
			await server.kill();
		},
		async restart() {
			server.thaw();
			await server.end(20_000);
			server = await launch();
		},
		async stop() {
			await server.kill();
			await names.kill();
		},
	};
}

/** What vitest.config.ts says for a project that is about another version than the usual one. */
function versionOfThisRun(): RabbitVersion | undefined {
	const given = process.env.TIDEMARK_TEST_RABBITMQ;
	const version = otherRabbits.find((one) => one === given);
	if (given !== undefined && version === undefined)
		throw new Error(`no such version: ${given}`);
	return version;
}

async function placeFor(options: RabbitOptions): Promise<RabbitPlace> {
	const [port = 0, encryptedPort = 0, amqpPort = 0, namesPort = 0, peers = 0] =
		await freePorts(5);
	return {
		folder: options.folder,
		...{ port, encryptedPort, amqpPort, namesPort, peersPort: peers },
		certificates: options.certificates ?? null,
		plugins: options.plugins ?? ["rabbitmq_management"],
	};
}

function addressesOf({ port, encryptedPort, amqpPort, ...rest }: RabbitPlace) {
	const at = (scheme: string, number: number) =>
		`${scheme}://guest:guest@127.0.0.1:${number}`;
	return {
		address: at("rabbitmq", port),
		encryptedAddress:
			rest.certificates === null ? null : at("rabbitmqs", encryptedPort),
		amqpAddress: at("amqp", amqpPort),
		port,
		amqpPort,
	};
}

async function start(
	command: string,
	place: RabbitPlace,
	env: Readonly<Record<string, string>>,
): Promise<Child> {
	const output = join(place.folder, "rabbitmq.log");
	const server = startChild({ command, args: [], output, env });
	try {
		await eventuallyFrom(server, () => answers(place), 90_000);
	} catch (error) {
		await server.kill();
		throw new Error(`RabbitMQ did not start; see ${output}`, { cause: error });
	}
	return server;
}

/** Programs are let in last, when everything else stands. */
async function answers(place: RabbitPlace) {
	await listens(place.amqpPort);
	if (place.plugins.some((name) => name.startsWith("rabbitmq_management")))
		await managedAt(place.port)("GET", "/api/overview");
	return true;
}

const listens = (port: number) =>
	new Promise<true>((resolve, reject) => {
		const link = connect({ host: "127.0.0.1", port });
		link.once("error", reject);
		link.once("connect", () => {
			link.destroy();
			resolve(true);
		});
	});
