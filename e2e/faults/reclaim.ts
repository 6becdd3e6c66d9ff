// What is under way when something breaks? A clean-up of many messages, asked for and approved as a person does, and held against the broker afterwards.
import { Redis } from "ioredis";
import { eventually } from "#world/eventually.ts";
import type { Told, Visitor } from "../visitor.ts";

type Errand = {
	readonly id: string;
	readonly state: string;
	readonly undertaking: {
		readonly hash: string;
		readonly targets: readonly {
			readonly outcome: { readonly messagesDone: number } | null;
		}[];
	} | null;
};

export type Account = {
	readonly copied: number;
	readonly held: number;
	/** Messages that are neither, or both, or were copied twice. */
	readonly wrong: number;
};

export type Reclaim = {
	/** It was approved, and is done from now on. */
	readonly id: string;
	/** As the broker shows it now. */
	account(): Promise<Account>;
	/** How it ended, and how many messages it says it brought back. */
	ended(visitor: Visitor): Promise<{ state: string; messages: number }>;
	close(): void;
};

const group = "shipping";
const member = "gone";
export const messages = 1500;
const withinMs = 60_000;
const open = ["asked", "planned", "approved", "running"];

/** A plan that is shown, and nothing more. */
export type Planned = {
	readonly id: string;
	approve(visitor: Visitor): Promise<Told>;
};

/** Members have to be called dead soon: `settings` of the broker say so. */
export async function planOn(
	address: string,
	channel: string,
	visitor: Visitor,
): Promise<Planned> {
	const client = await filled(address, channel);
	const subscription = await eventually(async () => {
		const { rows } = await visitor.board(`channel:"${channel}"`);
		return rows.find(({ members }) => members?.dead === 1)?.id;
	}, withinMs);
	const { id } = await visitor.post<Errand>("/api/errands", {
		verb: "clean up",
		targets: { subscriptions: [subscription] },
		cleanUp: { action: "reclaim", members: [member], fate: "re-enqueue" },
	});
	const planned = await past(visitor, id, ["asked"]);
	const hash = planned.undertaking?.hash;
	if (hash === undefined) throw new Error(`not planned: ${planned.state}`);
	client.disconnect();
	return {
		id,
		approve: (by) => by.try(`/api/errands/${id}/approve`, { hash }),
	};
}

export async function reclaimOn(
	address: string,
	channel: string,
	visitor: Visitor,
): Promise<Reclaim> {
	const plan = await planOn(address, channel, visitor);
	const { http, text } = await plan.approve(visitor);
	if (http !== 200) throw new Error(`not approved: ${text}`);
	const client = clientOf(address);
	return {
		id: plan.id,
		account: () => accountOf(client, channel),
		async ended(again) {
			const { state, undertaking } = await past(again, plan.id, open);
			const { messagesDone = -1 } = undertaking?.targets[0]?.outcome ?? {};
			return { state, messages: messagesDone };
		},
		close: () => client.disconnect(),
	};
}

function clientOf(address: string): Redis {
	const client = new Redis(address);
	client.on("error", () => {});
	return client;
}

/** All of it in the hands of a member that is gone. */
async function filled(address: string, channel: string): Promise<Redis> {
	const client = clientOf(address);
	await client.xgroup("CREATE", channel, group, "0", "MKSTREAM");
	const adding = client.pipeline();
	for (let n = 0; n < messages; n++) adding.xadd(channel, "*", "n", n);
	await adding.exec();
	await client.xreadgroup(
		...(["GROUP", group, member, "COUNT", messages] as const),
		...(["STREAMS", channel, ">"] as const),
	);
	return client;
}

const past = (visitor: Visitor, id: string, states: readonly string[]) =>
	eventually(async () => {
		const errand = await visitor.read<Errand>(`/api/errands/${id}`);
		return states.includes(errand.state) ? undefined : errand;
	}, withinMs);

async function accountOf(client: Redis, channel: string): Promise<Account> {
	const entries = await client.xrange(channel, "-", "+");
	const pending = await client.xpending(
		...([channel, group, "-", "+", 2 * messages] as const),
	);
	const held = new Set(pending.map((row) => Array.isArray(row) && row[0]));
	const places: number[] = entries
		.slice(0, messages)
		.map(([id]) => Number(held.has(id)));
	for (const [, fields] of entries.slice(messages)) {
		const n = Number(fields[fields.indexOf("n") + 1]);
		places[n] = (places[n] ?? 0) + 1;
	}
	return {
		copied: entries.length - messages,
		held: held.size,
		wrong: places.filter((times) => times !== 1).length,
	};
}
