// How does a test ask one node something, past all that it tests? By a connection of its own, closed after the answer.
import { Connection, type ConnectionOptions } from "@platformatic/kafka";

export const asking =
	(options: ConnectionOptions = {}) =>
	async <T>(
		port: number,
		work: (connection: Connection) => Promise<T>,
	): Promise<T> => {
		const connection = new Connection("tool", options);
		connection.on("error", () => {});
		await connection.connect("127.0.0.1", port);
		try {
			return await work(connection);
		} finally {
			await connection.close();
		}
	};
