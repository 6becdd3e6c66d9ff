// What does a live test begin with? A server of its own, with somebody connected who writes and reads.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChannelModel, connect } from "amqplib";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import {
	type RabbitOptions,
	type RabbitWorld,
	startRabbit,
} from "#world/rabbitmq.ts";
import { parseAddress } from "../../address.ts";
import type { Connection } from "../../system.ts";
import type { Configured } from "../connection/configured.ts";
import { rabbitmq } from "../index.ts";
import { openTraffic, type Traffic } from "./traffic.ts";

export type Own = {
	readonly world: RabbitWorld;
	/** In the usual virtual host. */
	readonly traffic: Traffic;
	/** Somebody who reads and writes in another one, which is made for it. */
	trafficIn(virtualHost: string): Promise<Traffic>;
	stop(): Promise<void>;
};

export async function startOwn(
	options: Omit<RabbitOptions, "folder"> = {},
): Promise<Own> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-rabbitmq-"));
	const world = await startRabbit({ folder, ...options });
	const links: ChannelModel[] = [];

	async function trafficAt(virtualHost: string) {
		const path = encodeURIComponent(virtualHost);
		const link = await connect(`${world.amqpAddress}/${path}`);
		// A server that a test ends takes its connections along.
		link.on("error", () => {});
		links.push(link);
		return openTraffic(world, link, virtualHost);
	}

	return {
		world,
		traffic: await trafficAt("/"),
		async trafficIn(virtualHost) {
			await world.call("PUT", `/api/vhosts/${encodeURIComponent(virtualHost)}`);
			return trafficAt(virtualHost);
		},
		async stop() {
			world.thaw();
			await Promise.allSettled(links.map((link) => link.close()));
			await world.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Call it once at the top of a file; what it returns answers inside the tests. */
export function ownRabbit(
	options: Omit<RabbitOptions, "folder"> = {},
): () => Own {
	let own: Own | undefined;
	beforeAll(async () => {
		own = await startOwn(options);
	});
	afterAll(() => own?.stop());
	return () => {
		if (!own) throw new Error("asked for before the tests began");
		return own;
	};
}

/** Closed when the test is over. */
export function openAt(
	text: string,
	settings?: Configured,
	deadlineMs = 10_000,
): Connection {
	const address = parseAddress(text);
	if (!address) throw new Error("No address");
	const own = settings === undefined ? {} : { settings };
	const connection = rabbitmq.open({
		broker: "b",
		address,
		deadlineMs,
		...own,
	});
	onTestFinished(() => connection.close());
	return connection;
}

export const readingsOf = async (connection: Connection) =>
	(await connection.read()).readings;
