// What was asked of the management, and how? Somebody between us and it who writes it down.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { RabbitWorld } from "#world/rabbitmq.ts";

export type Recorder = {
	readonly address: string;
	/** `GET /api/nodes?columns=name`, one after the other. */
	readonly asked: string[];
};

/** Gone when the test is over. What begins with `failing` is answered as by a server that fails. */
export async function recorderBefore(
	{ port }: RabbitWorld,
	failing: string | null = null,
): Promise<Recorder> {
	const asked: string[] = [];
	const server = createServer((incoming, outgoing) => {
		const { method, url: path, headers } = incoming;
		asked.push(`${method} ${path}`);
		if (failing !== null && path?.startsWith(failing)) {
			outgoing.writeHead(500).end('{"error":"Internal Server Error"}');
			return;
		}
		const onward = request(
			{ host: "127.0.0.1", port, method, path, headers },
			(answer) => {
				outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
				answer.pipe(outgoing);
			},
		);
		incoming.pipe(onward);
	}).listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	// It listens at a port, so this is its address.
	const { port: own } = server.address() as AddressInfo;
	return { address: `rabbitmq://guest:guest@127.0.0.1:${own}`, asked };
}
