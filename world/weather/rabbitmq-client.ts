// How do the shop's programs reach RabbitMQ? One connection each, which says whose it is.
import { type ChannelModel, connect } from "amqplib";
import { managedAt } from "../rabbitmq-managed.ts";

export type Rabbit = {
	readonly call: ReturnType<typeof managedAt>;
	/** Until `work` ends, or the connection does, which is then thrown. */
	within(
		vhost: string,
		name: string,
		work: (link: ChannelModel) => Promise<void>,
	): Promise<void>;
};

/** Its management knows where programs are let in. */
export async function rabbitAt(address: string): Promise<Rabbit> {
	const { username, password, port } = new URL(address);
	const call = managedAt(Number(port));
	const programs = portOf(await call("GET", "/api/overview"));
	return {
		call,
		async within(vhost, name, work) {
			const link = await connect(
				{ hostname: "127.0.0.1", port: programs, vhost, username, password },
				{ clientProperties: { connection_name: name } },
			);
			const gone = new Promise<never>((_, reject) => {
				link.on("error", reject);
				link.on("close", () => reject(new Error("The connection has ended")));
			});
			try {
				await Promise.race([work(link), gone]);
			} finally {
				gone.catch(() => {});
				await link.close().catch(() => {});
			}
		},
	};
}

function portOf(overview: unknown): number {
	// The documented reply of our own server.
	const { listeners } = overview as {
		listeners: readonly { protocol: string; port: number }[];
	};
	const found = listeners.find(({ protocol }) => protocol === "amqp");
	if (found === undefined) throw new Error("RabbitMQ lets no programs in");
	return found.port;
}
