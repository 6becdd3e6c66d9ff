// What is there to clean up in a stream, as the promises of every system need it? Each scene needs another remedy.
import type { Cluster, Redis } from "ioredis";
import { type Fate, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { Cleaning, CleaningScene } from "../../contract-stage.ts";

export function cleaningOf(client: Redis | Cluster): Cleaning {
	const take = (
		channel: string,
		group: string,
		member: string,
		count: number,
	) =>
		client.call(
			...(["XREADGROUP", "GROUP", group, member, "COUNT", count] as const),
			...(["STREAMS", channel, ">"] as const),
		);

	/** Nine messages, five of them held by one who is gone; another holds nothing. */
	async function begin(channel: string, group: string): Promise<string[]> {
		const ids: string[] = [];
		await client.call("XGROUP", "CREATE", channel, group, "0", "MKSTREAM");
		for (let n = 0; n < 9; n++)
			ids.push(String(await client.call("XADD", channel, "*", "n", n)));
		await take(channel, group, "gone", 5);
		await client.call("XGROUP", "CREATECONSUMER", channel, group, "idle");
		return ids;
	}

	const reclaim =
		(fate: Fate): CleaningScene =>
		async (channel, group) => {
			await begin(channel, group);
			const to = fate === "hand over" ? "idle" : null;
			return { ...reclaimAll, members: ["gone"], fate, to };
		};

	const scenes: Record<string, CleaningScene> = {
		"hand over": reclaim("hand over"),
		"re-enqueue": reclaim("re-enqueue"),
		"dead-letter": reclaim("dead-letter"),
		acknowledge: reclaim("acknowledge"),
		async remove(channel, group) {
			await begin(channel, group);
			return { action: "remove", members: ["idle"] };
		},
		async clear(channel, group) {
			const [, id = ""] = await begin(channel, group);
			await client.call("XDEL", channel, id);
			return { action: "clear" };
		},
		async park(channel, group) {
			const ids = await begin(channel, group);
			for (const id of ids.slice(1, 4))
				await client.call(
					...(["XCLAIM", channel, group, "gone", 0, id] as const),
					...(["RETRYCOUNT", 9] as const),
				);
			return { action: "park" };
		},
		async trim(channel, group) {
			const ids = await begin(channel, group);
			await client.call("XACK", channel, group, ...ids.slice(0, 3));
			return { action: "trim" };
		},
		async redrive(channel, group) {
			await begin(channel, group);
			const aside = `{${channel}}:aside`;
			for (let n = 0; n < 4; n++) await client.call("XADD", aside, "*", "n", n);
			return { action: "redrive", from: aside };
		},
		async destroy(channel, group) {
			await begin(channel, group);
			return { action: "destroy" };
		},
	};

	return {
		scenes,
		async disturb(channel, group) {
			for (const member of ["gone", "idle"])
				await take(channel, group, member, 1);
		},
	};
}
