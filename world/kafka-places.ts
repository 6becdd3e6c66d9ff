// Which node of a cluster leads what? Its own word, past every proxy.
import {
	Connection,
	findCoordinatorV6,
	metadataV12,
} from "@platformatic/kafka";

/** Also in `asked(port, ...)` of whoever wants more of one node. */
export async function asked<T>(
	port: number,
	work: (connection: Connection) => Promise<T>,
): Promise<T> {
	const connection = new Connection("world", {
		...{ connectTimeout: 2_000, requestTimeout: 2_000 },
	});
	connection.on("error", () => {});
	try {
		await connection.connect("127.0.0.1", port);
		return await work(connection);
	} finally {
		connection.close(() => {});
	}
}

/** The id of the node that keeps this group. */
export async function coordinatorOf(
	port: number,
	group: string,
): Promise<number> {
	const { coordinators } = await asked(port, (connection) =>
		findCoordinatorV6.api.async(connection, 0, [group]),
	);
	const [found] = coordinators;
	if (found?.errorCode !== 0) throw new Error("nobody keeps it");
	return found.nodeId;
}

/** By partition, the id of the node that leads it; -1 where none does. */
export async function leadersOf(
	port: number,
	topic: string,
): Promise<readonly number[]> {
	const { topics } = await asked(port, (connection) =>
		metadataV12.api.async(connection, [topic], false, false),
	);
	return (topics[0]?.partitions ?? [])
		.toSorted((a, b) => a.partitionIndex - b.partitionIndex)
		.map(({ leaderId }) => leaderId);
}
