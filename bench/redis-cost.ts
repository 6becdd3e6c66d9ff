// What did a piece of work cost the server itself? Asked of the server, before and after.
import type { Redis } from "ioredis";
import { type Cost, timed } from "./cost.ts";

export type ServerCost = Cost & {
	/** Processor time of the server's process. */
	readonly serverMs: number;
};

type Account = {
	readonly busyMs: number;
	readonly commands: number;
	readonly bytes: number;
};

/** The two questions before and after are a part of it: a tenth of a millisecond. */
export async function charged(
	client: Redis,
	work: () => Promise<unknown>,
): Promise<ServerCost> {
	const before = await accountOf(client);
	const cost = await timed(work);
	const after = await accountOf(client);
	return {
		...cost,
		serverMs: after.busyMs - before.busyMs,
		requests: after.commands - before.commands,
		bytes: after.bytes - before.bytes,
	};
}

async function accountOf(client: Redis): Promise<Account> {
	const text = `${await client.info("cpu")}${await client.info("stats")}`;
	const field = (name: string): number =>
		Number(new RegExp(`^${name}:([0-9.]+)`, "m").exec(text)?.[1]);
	return {
		busyMs: 1000 * (field("used_cpu_user") + field("used_cpu_sys")),
		commands: field("total_commands_processed"),
		bytes: field("total_net_input_bytes") + field("total_net_output_bytes"),
	};
}
