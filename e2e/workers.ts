// Who shares out connectors and not partitions? One worker that joins its group as Kafka Connect does, and stays until it leaves.
import {
	Connection,
	findCoordinatorV6,
	joinGroupV9,
	leaveGroupV5,
	syncGroupV5,
} from "@platformatic/kafka";
import { eventually } from "#world/eventually.ts";
import type { Stage } from "./stage.ts";

const sessionMs = 120_000;
const protocol = "connect";
const assignor = "sessioned";

export async function startWorker(
	{ kafka }: Pick<Stage, "kafka">,
	group: string,
	clientId: string,
): Promise<{ leave(): Promise<void> }> {
	const connection = new Connection(clientId);
	connection.on("error", () => {});
	await connection.connect("127.0.0.1", kafka.nodes[0]?.port ?? 0);
	const { memberId, generationId } = await eventually(async () => {
		// The first who asks for a coordinator makes the topic in which groups are kept.
		await findCoordinatorV6.api.async(connection, 0, [group]);
		return joined(connection, group);
	}, 30_000);
	await syncGroupV5.api.async(
		...([connection, group, generationId, memberId, null] as const),
		...([protocol, assignor] as const),
		[{ memberId, assignment: Buffer.from("one connector") }],
	);
	return {
		async leave() {
			await leaveGroupV5.api.async(connection, group, [{ memberId }]);
			await connection.close();
		},
	};
}

/** The first answer to a member without a name is only its name. */
async function joined(connection: Connection, group: string) {
	const ask = (member: string) =>
		joinGroupV9.api.async(
			...([connection, group, sessionMs, sessionMs, member] as const),
			...([null, protocol] as const),
			[{ name: assignor, metadata: Buffer.from("worker") }],
		);
	return ask("").catch((error) => {
		const named: unknown = error?.response?.memberId;
		if (typeof named !== "string" || named === "") throw error;
		return ask(named);
	});
}
