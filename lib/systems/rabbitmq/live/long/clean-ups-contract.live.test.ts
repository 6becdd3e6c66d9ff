// Do clean-ups of queues keep what every system promises of its clean-ups?
import { afterAll } from "vitest";
import { cleaningPromises } from "../../../contract-cleaning.ts";
import type { CleaningScene } from "../../../contract-stage.ts";
import { namedBy } from "../../connection/channel.ts";
import {
	filled,
	shovelling,
	soon,
	stuck,
} from "../../for-tests/cleaning-queues.ts";
import { startOwn } from "../../for-tests/own.ts";
import { stageOf } from "../../for-tests/stage.ts";
import { classicKind } from "../../queues/kinds.ts";

const own = await startOwn({ plugins: shovelling });
afterAll(() => own.stop());
const { world, traffic } = own;
const queues = { world, channel: traffic.channel };

const stage = stageOf(own, { kind: classicKind });
const nameOf = (channel: string, group: string): string =>
	namedBy(stage.named(channel, group).channel)?.name ?? "";
const holders = new Map<string, () => void>();

const purge: CleaningScene = async (channel, group) => {
	await filled(queues, nameOf(channel, group), 9);
	return { action: "purge" };
};

const move: CleaningScene = async (channel, group) => {
	const to = `${channel}.elsewhere`;
	await filled(queues, nameOf(channel, group), 9);
	await filled(queues, to, 0);
	return { action: "move", to };
};

const remove: CleaningScene = async (channel, group) => {
	const name = nameOf(channel, group);
	await filled(queues, name, 0);
	await traffic.channel.bindQueue(name, "amq.fanout", "");
	return { action: "delete" };
};

const evict: CleaningScene = async (channel, group) => {
	const name = nameOf(channel, group);
	await filled(queues, name, 5);
	const { tag, finishOne } = await stuck(queues, name, 3);
	holders.set(name, finishOne);
	return { action: "evict", member: tag };
};

cleaningPromises({
	...stage,
	cleaning: {
		scenes: { purge, move, delete: remove, evict },
		async disturb(channel, group) {
			const name = nameOf(channel, group);
			const { ready, acked } = await traffic.told(name);
			traffic.channel.sendToQueue(name, Buffer.from("one more"));
			await traffic.channel.waitForConfirms();
			const finishOne = holders.get(name);
			finishOne?.();
			await soon(async () => {
				const now = await traffic.told(name);
				if (finishOne ? now.acked === acked : now.ready === ready)
					throw new Error("nothing is counted yet");
			});
		},
	},
});
