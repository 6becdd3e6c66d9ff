// What do groups do whose members come and go all the time? Each is one member that joins, gets nothing, leaves and joins again, by the requests a client would send.
import {
	Connection,
	joinGroupV9,
	leaveGroupV5,
	offsetCommitV9,
} from "@platformatic/kafka";
import { asked } from "./kafka-places.ts";

export type Storm = {
	/** How often somebody joined. */
	readonly joined: number;
	/** All have left when it is over. */
	end(): Promise<void>;
};

/** A node answers a connection one request at a time. */
const lines = 4;
const sessionMs = 30_000;
/** Nobody subscribes to anything: INT16 version, no topics, no bytes. */
const subscription = Buffer.from([0, 0, 0, 0, 0, 0, 255, 255, 255, 255]);

/** They stand at the beginning of the first partition. */
export const putAtBeginning = (
	port: number,
	groups: readonly string[],
	topic: string,
): Promise<void> =>
	asked(port, async (connection) => {
		const position = { partitionIndex: 0, committedOffset: 0n };
		const partition = { ...position, committedLeaderEpoch: -1 };
		const topics = [{ name: topic, partitions: [partition] }];
		for (const group of groups)
			await offsetCommitV9.api.async(
				...([connection, group, -1, "", null, topics] as const),
			);
	});

/** Of one node, which keeps all of them. */
export async function startStorm(
	port: number,
	groups: readonly string[],
): Promise<Storm> {
	let ending = false;
	let joined = 0;
	const members = new Map<string, string>();

	async function churn(own: readonly string[]): Promise<void> {
		const connection = new Connection("storm");
		connection.on("error", () => {});
		await connection.connect("127.0.0.1", port);
		const leave = async (group: string) => {
			const memberId = members.get(group);
			if (memberId === undefined) return;
			const member = { memberId, groupInstanceId: group };
			await leaveGroupV5.api.async(connection, group, [member]);
			members.delete(group);
		};
		while (!ending)
			for (const group of own) {
				await leave(group);
				const { memberId = "" } = await joinGroupV9.api.async(
					...([connection, group, sessionMs, sessionMs] as const),
					...(["", group, "consumer"] as const),
					[{ name: "range", metadata: subscription }],
				);
				members.set(group, memberId);
				joined++;
			}
		for (const group of own) await leave(group);
		connection.close(() => {});
	}

	const churning = Promise.all(
		Array.from({ length: lines }, (_, line) =>
			churn(groups.filter((_, i) => i % lines === line)),
		),
	);
	churning.catch(() => {});
	return {
		get joined() {
			return joined;
		},
		async end() {
			ending = true;
			await churning;
		},
	};
}
