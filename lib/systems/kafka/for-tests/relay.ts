// How does a test lose an answer, or a question? Something stands between a client and its node, and hears what is asked.
import { connect, createServer, type Socket } from "node:net";

export type Relay = {
	/** How often each kind of question came by, by its key. */
	readonly asked: ReadonlyMap<number, number>;
	/** What becomes of the next question of a kind: its answer is lost, or it never arrives; either way its connection ends. */
	lose(key: number, what: "answer" | "question"): void;
	stop(): Promise<void>;
};

const sizeBytes = 4;
const keyAt = sizeBytes;

export async function relay(from: number, to: () => number): Promise<Relay> {
	const asked = new Map<number, number>();
	const sockets = new Set<Socket>();
	let lost: { readonly key: number; readonly what: string } | null = null;

	const server = createServer((client) => {
		const node = connect(to(), "127.0.0.1");
		const both = [client, node];
		const end = () => {
			for (const one of both) one.destroy();
		};
		for (const one of both) {
			sockets.add(one);
			one.on("error", end);
			one.on("close", () => {
				sockets.delete(one);
				end();
			});
		}
		let isDeaf = false;
		let rest = Buffer.alloc(0);
		client.on("data", (piece) => {
			rest = Buffer.concat([rest, piece]);
			while (rest.length >= sizeBytes) {
				const size = sizeBytes + rest.readInt32BE(0);
				if (rest.length < size) return;
				const question = rest.subarray(0, size);
				rest = rest.subarray(size);
				const key = question.readInt16BE(keyAt);
				asked.set(key, (asked.get(key) ?? 0) + 1);
				const isLost = lost?.key === key;
				if (isLost && lost?.what === "question") {
					lost = null;
					return end();
				}
				if (isLost) [isDeaf, lost] = [true, null];
				node.write(question);
			}
		});
		node.on("data", (answer) => {
			if (isDeaf) end();
			else client.write(answer);
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(from, "127.0.0.1", resolve);
	});
	return {
		asked,
		lose(key, what) {
			lost = { key, what };
		},
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}
