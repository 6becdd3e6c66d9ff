// How many may be connected at once? When there are too many, the one that has waited longest without asking anything goes, so that slow ones keep nobody out.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

type Held = { readonly socket: Socket; answers: number };

/** Under TLS the socket of a request is another one than that of the connection; both have the same other end. */
const endOf = ({ remoteAddress, remotePort }: Socket): string =>
	`${remoteAddress} ${remotePort}`;

export type Connections = {
	/** A whole request is there and is being answered: it goes last. */
	answering(request: IncomingMessage, response: ServerResponse): void;
	count(): number;
};

export function boundConnections(server: Server, most: number): Connections {
	/** Whoever asked last stands last. */
	const held = new Map<string, Held>();
	server.on("connection", (socket: Socket) => {
		const end = endOf(socket);
		if (held.size >= most) letGo(held);
		held.set(end, { socket, answers: 0 });
		socket.once("close", () => {
			if (held.get(end)?.socket === socket) held.delete(end);
		});
	});
	return {
		answering(request, response) {
			const end = endOf(request.socket);
			const one = held.get(end);
			if (!one) return;
			const begin = () => {
				one.answers++;
				toLast(held, end, one);
			};
			if (request.complete) begin();
			else request.once("end", begin);
			response.once("close", () => {
				if (one.answers > 0) one.answers--;
			});
		},
		count: () => held.size,
	};
}

function toLast(held: Map<string, Held>, end: string, one: Held): void {
	if (held.delete(end)) held.set(end, one);
}

function letGo(held: Map<string, Held>): void {
	let goes: [string, Held] | null = null;
	for (const entry of held) {
		goes ??= entry;
		if (entry[1].answers > 0) continue;
		goes = entry;
		break;
	}
	if (goes === null) return;
	held.delete(goes[0]);
	goes[1].socket.destroy();
}
