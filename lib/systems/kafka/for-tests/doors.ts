// What does a test knock at? One real node with a door for each way to connect, and the certificates and users for them.
import { pbkdf2Sync, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alterUserScramCredentialsV0, Connection } from "@platformatic/kafka";
import { makeCertificates } from "#world/certificates.ts";
import { type KafkaWorld, startKafka } from "#world/kafka.ts";
import { type KafkaVersion, kafkaVersion } from "#world/kafka-jars.mjs";
import { freePorts } from "#world/ports.ts";

const protocols = {
	/** A sign-in in clear, of any kind. */
	clear: "SASL_PLAINTEXT",
	tls: "SSL",
	/** Wants a certificate of its client. */
	mutual: "SSL",
	/** Shows a certificate for another host. */
	foreign: "SSL",
	/** Shows a certificate that has run out. */
	stale: "SSL",
	sealed: "SASL_SSL",
	/** Sends its clients on to a port that is not its own. */
	astray: "PLAINTEXT",
} as const;
type Door = keyof typeof protocols;
// The language types the keys of an object as any text.
const names = Object.keys(protocols) as Door[];

export type Doors = {
	readonly world: KafkaWorld;
	readonly folder: string;
	/** A file of the folder: `ca.pem`, `other-ca.pem`, `client.pem`, `client.key`, `stranger.pem`, `stranger.key`. */
	at(door: Door): string;
	/** Where the door `astray` sends its clients. */
	readonly elsewhere: number;
	stop(): Promise<void>;
};

/** `ops` may do anything, and so may whoever shows a certificate; `reader` what a test grants. The password is "pass" and the name. */
export async function openDoors(
	more: Readonly<Record<string, string>> = {},
	version: KafkaVersion = kafkaVersion,
): Promise<Doors> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-doors-"));
	await makeCertificates(folder);
	const ports = await freePorts(names.length + 1);
	const portOf = (door: Door) => ports[names.indexOf(door)] ?? 0;
	const elsewhere = ports.at(-1) ?? 0;
	const world = await startKafka({
		...{ nodes: 1, folder: join(folder, "node"), version },
		settings: ({ port, controllerPort }) => ({
			...settingsOf(folder, port, controllerPort, portOf, elsewhere),
			...more,
		}),
	});
	const stop = async () => {
		await world.stop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await makeUsers(world.nodes[0]?.port ?? 0);
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		...{ world, folder, elsewhere, stop },
		at: (door) => `127.0.0.1:${portOf(door)}`,
	};
}

function settingsOf(
	folder: string,
	port: number,
	controllerPort: number,
	portOf: (door: Door) => number,
	elsewhere: number,
): Record<string, string> {
	const plain = `PLAINTEXT://127.0.0.1:${port}`;
	const place = (door: Door, at = portOf(door)) =>
		`${door.toUpperCase()}://127.0.0.1:${at}`;
	const store = (prefix: string, name: string) => ({
		[`${prefix}ssl.keystore.type`]: "PEM",
		[`${prefix}ssl.keystore.location`]: join(folder, `${name}.both.pem`),
		[`${prefix}ssl.truststore.type`]: "PEM",
		[`${prefix}ssl.truststore.location`]: join(folder, "ca.pem"),
	});
	return {
		listeners: [
			...[plain, `CONTROLLER://127.0.0.1:${controllerPort}`],
			...names.map((door) => place(door)),
		].join(","),
		"advertised.listeners": [
			plain,
			...names.map((door) =>
				place(door, door === "astray" ? elsewhere : portOf(door)),
			),
		].join(","),
		"listener.security.protocol.map": [
			...["PLAINTEXT:PLAINTEXT", "CONTROLLER:PLAINTEXT"],
			...names.map((door) => `${door.toUpperCase()}:${protocols[door]}`),
		].join(","),
		"authorizer.class.name":
			"org.apache.kafka.metadata.authorizer.StandardAuthorizer",
		"super.users": "User:ANONYMOUS;User:ops;User:CN=client",
		...store("", "broker"),
		...store("listener.name.foreign.", "foreign"),
		...store("listener.name.stale.", "stale"),
		"listener.name.mutual.ssl.client.auth": "required",
		...signInsOf("clear", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER"),
		...signInsOf("sealed", "SCRAM-SHA-256,SCRAM-SHA-512"),
		"listener.name.clear.oauthbearer.connections.max.reauth.ms": "3000",
	};
}

function signInsOf(door: Door, mechanisms: string): Record<string, string> {
	const prefix = `listener.name.${door}.`;
	const security = "org.apache.kafka.common.security";
	const scram = `${security}.scram.ScramLoginModule required;`;
	return {
		[`${prefix}sasl.enabled.mechanisms`]: mechanisms,
		[`${prefix}plain.sasl.jaas.config`]: `${security}.plain.PlainLoginModule required user_ops="pass ops" user_reader="pass reader";`,
		[`${prefix}scram-sha-256.sasl.jaas.config`]: scram,
		[`${prefix}scram-sha-512.sasl.jaas.config`]: scram,
		[`${prefix}oauthbearer.sasl.jaas.config`]: `${security}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="ops";`,
	};
}

async function makeUsers(port: number): Promise<void> {
	const connection = new Connection("test");
	await connection.connect("127.0.0.1", port);
	const scram = (
		name: string,
		mechanism: number,
		hash: string,
		size: number,
	) => {
		const salt = randomBytes(16);
		const iterations = 4096;
		const saltedPassword = pbkdf2Sync(
			...([`pass ${name}`, salt, iterations, size, hash] as const),
		);
		return { name, mechanism, iterations, salt, saltedPassword };
	};
	const users = [scram("ops", 1, "sha256", 32), scram("ops", 2, "sha512", 64)];
	// A user may stand in a request once.
	for (const user of users)
		await alterUserScramCredentialsV0.api.async(connection, [], [user]);
	await connection.close();
}
