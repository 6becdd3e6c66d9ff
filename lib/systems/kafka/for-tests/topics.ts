// When do those who use a topic or a group know that it was made or removed? A moment after the cluster decided it, and under load a long one.
import {
	type Admin,
	type ITopicConfig,
	KafkaJSDeleteGroupsError,
} from "kafkajs";
import { eventually } from "#world/eventually.ts";
import { isWhole } from "./faults.ts";

const withinMs = 20_000;

/** Made, and not known to its leaders yet, a topic is refused to whoever writes. */
export async function makeTopic(
	admin: Admin,
	port: number,
	config: ITopicConfig,
): Promise<void> {
	// Made already is no mistake to this client: a first try may have been lost.
	await eventually(async () => {
		await admin.createTopics({ topics: [config] });
		return true;
	}, withinMs);
	await untilLed(port, config.topic);
}

export const untilLed = (port: number, topic: string): Promise<true> =>
	eventually(
		async () => (await isWhole(port, topic, [])) || undefined,
		withinMs,
	);

/** Until a node knows, what is written goes to the old one. */
export async function removeTopic(admin: Admin, topic: string): Promise<void> {
	await admin.deleteTopics({ topics: [topic] });
	await eventually(
		async () => !(await admin.listTopics()).includes(topic) || undefined,
		withinMs,
	);
}

/** A coordinator that moves or loads refuses it for a while, and whether a lost try was done only the next one tells. */
export const removeGroup = (admin: Admin, group: string): Promise<boolean> =>
	eventually(async () => {
		try {
			await admin.deleteGroups([group]);
		} catch (error) {
			if (!isUnknown(error)) throw error;
		}
		return true;
	}, withinMs);

const isUnknown = (error: unknown): boolean =>
	error instanceof KafkaJSDeleteGroupsError &&
	error.groups.every(({ errorCode }) => errorCode === 69);
