// What was sent over HTTP? A receiver for tests: it keeps what it hears, and answers as it is told, badly too.
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
} from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

export type Heard = {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
};

export type SinkAnswer =
	| {
			readonly code: number;
			readonly headers?: Readonly<Record<string, string>>;
			readonly body?: string;
	  }
	| "never"
	| "hangs after the headers"
	| "closes midway"
	| "resets"
	| "garbage";

export type HttpSink = {
	/** `http://127.0.0.1:port` */
	readonly url: string;
	readonly port: number;
	/** In the order it came; what it answered badly is heard as well. */
	readonly heard: readonly Heard[];
	/** Connections there ever were, those that said nothing among them. */
	connections(): number;
	/** From now on; at first it is 200. */
	answer(next: SinkAnswer | ((heard: Heard) => SinkAnswer)): void;
	stop(): Promise<void>;
};

export async function startHttpSink(
	options: {
		readonly port?: number;
		readonly tls?: { readonly key: string; readonly cert: string };
	} = {},
): Promise<HttpSink> {
	const heard: Heard[] = [];
	const open = new Set<Socket>();
	let connections = 0;
	let next: (it: Heard) => SinkAnswer = () => ({ code: 200 });
	const listener: RequestListener = (request, reply) => {
		read(request).then((it) => {
			heard.push(it);
			const answer = next(it);
			const { socket } = request;
			if (typeof answer === "object") {
				reply.writeHead(answer.code, answer.headers);
				reply.end(answer.body ?? "");
			} else if (answer === "resets") {
				if (options.tls) socket.destroy();
				else socket.resetAndDestroy();
			} else if (answer === "garbage") socket.end("220 this is no web\r\n\r\n");
			else if (answer === "closes midway")
				socket.end("HTTP/1.1 200 OK\r\ncontent-le");
			else if (answer === "hangs after the headers") {
				reply.writeHead(200, { "content-length": "100" });
				reply.flushHeaders();
				reply.write("so far");
			}
		}, ignore);
	};
	const server = options.tls
		? createSecureServer(options.tls, listener)
		: createServer(listener);
	server.on("connection", (socket: Socket) => {
		connections++;
		open.add(socket);
		socket.on("close", () => open.delete(socket));
		socket.on("error", ignore);
	});
	server.on("tlsClientError", ignore);
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(options.port ?? 0, "127.0.0.1", resolve);
	});
	// A server that listens on TCP has an address of this shape.
	const { port } = server.address() as AddressInfo;
	return {
		url: `${options.tls ? "https" : "http"}://127.0.0.1:${port}`,
		...{ port, heard },
		connections: () => connections,
		answer(given) {
			next = typeof given === "function" ? given : () => given;
		},
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of open) socket.destroy();
			}),
	};
}

/** Whoever hangs up is not heard. */
const ignore = () => undefined;

async function read(request: IncomingMessage): Promise<Heard> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part);
	const headers = Object.entries(request.headers).map(([name, value]) => [
		name,
		String(value),
	]);
	return {
		method: request.method ?? "",
		path: request.url ?? "",
		headers: Object.fromEntries(headers),
		body: Buffer.concat(parts).toString("utf8"),
	};
}
