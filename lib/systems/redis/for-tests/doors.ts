// At what does a test of encrypted connections knock? One real server for each kind of certificate, and one in clear beside each.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { makeCertificates } from "#world/certificates.ts";
import { freePorts } from "#world/ports.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";

const shown = {
	tls: "broker",
	/** Wants a certificate of its client. */
	mutual: "broker",
	/** Shows a certificate for another host. */
	foreign: "foreign",
	/** Shows a certificate that has run out. */
	stale: "stale",
} as const;
type Door = keyof typeof shown;
// The language types the keys of an object as any text.
const names = Object.keys(shown) as Door[];

export type Doors = {
	readonly folder: string;
	/** In clear, of the same server as the door `tls`. */
	readonly clear: string;
	at(door: Door): string;
	stop(): Promise<void>;
};

/** Behind each door lies the stream "orders" with the group "billing"; whoever signs in as "ops" has the password "pass". */
export async function openDoors(): Promise<Doors> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-doors-"));
	await makeCertificates(folder);
	const ports = await freePorts(names.length);
	const portOf = (door: Door) => ports[names.indexOf(door)] ?? 0;
	const worlds: RedisWorld[] = [];
	const stop = async () => {
		await Promise.all(worlds.map((world) => world.stop()));
		await rm(folder, { recursive: true, force: true });
	};
	try {
		for (const door of names) {
			const settings = settingsOf(folder, door, portOf(door));
			const world = await startRedis({ folder: join(folder, door), settings });
			worlds.push(world);
			await fill(world.address);
		}
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		...{ folder, stop },
		clear: `127.0.0.1:${worlds[0]?.port}`,
		at: (door) => `127.0.0.1:${portOf(door)}`,
	};
}

const settingsOf = (folder: string, door: Door, port: number) => [
	...["--tls-port", String(port)],
	...["--tls-cert-file", join(folder, `${shown[door]}.pem`)],
	...["--tls-key-file", join(folder, `${shown[door]}.key`)],
	...["--tls-ca-cert-file", join(folder, "ca.pem")],
	...["--tls-auth-clients", door === "mutual" ? "yes" : "no"],
];

async function fill(address: string): Promise<void> {
	const client = new Redis(address);
	try {
		await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
		await client.call("ACL", "SETUSER", "ops", "on", ">pass", "~*", "+@all");
	} finally {
		client.disconnect();
	}
}
