// Before what does the door stand in tests? An answer that tells what reached it, on a real port of this machine.
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import { noAccess } from "#lib/core/people/access.ts";
import { peerOf } from "#lib/web/peer.ts";
import { accessOf } from "#lib/web/place.ts";
import { type Front, openFront } from "./front.ts";
import { type Limits, limits } from "./limits.ts";
import type { Pair } from "./pair.ts";

export type Door = {
	readonly front: Front;
	readonly port: number;
	readonly failures: unknown[];
	/** What was handed on, the latest last. */
	readonly reached: string[];
	close(): Promise<void>;
};

export async function openDoor(
	given: {
		pair?: Pair;
		trustedProxies?: readonly string[];
		limits?: Partial<Limits>;
	} = {},
): Promise<Door> {
	const { trustedProxies = [], pair = null } = given;
	const failures: unknown[] = [];
	const reached: string[] = [];
	const access = accessOf({
		...{ ...noAccess, trustedProxies },
		headers: { person: "x-user", groups: null },
	});
	const here = {
		listen: { host: "127.0.0.1", port: 7700 },
		address: pair ? "https://tide.example.org" : "http://tide.example.org",
		...{ tls: pair !== null, access },
	};
	const front = openFront(
		...([here, pair] as const),
		async (request, response) => {
			reached.push(request.url ?? "");
			const peer = peerOf(new Headers(headersOf(request.headers)), here);
			let bytes = 0;
			for await (const piece of request) bytes += piece.length;
			response.setHeader("content-type", "application/json");
			response.end(
				JSON.stringify({ ...{ peer, bytes }, headers: request.headers }),
			);
		},
		(error) => failures.push(error),
		{ ...limits, ...given.limits },
	);
	await new Promise<void>((resolve) =>
		front.server.listen(0, "127.0.0.1", () => resolve()),
	);
	const { port } = front.server.address() as AddressInfo;
	return { ...{ front, port, failures, reached }, close: () => front.end() };
}

const headersOf = (headers: NodeJS.Dict<string | string[]>) =>
	Object.entries(headers).map(([name, value]): [string, string] => [
		name,
		String(value),
	]);

export type Client = { readonly socket: Socket; said(): string };

/** A socket that sends exactly these bytes, and keeps what comes. */
export function client(port: number, bytes: string): Client {
	let text = "";
	const socket = connect({ host: "127.0.0.1", port });
	socket.setEncoding("utf8").on("data", (piece) => {
		text += piece;
	});
	socket.on("error", () => {});
	socket.write(bytes);
	return { socket, said: () => text };
}

export const asked = (lines: readonly string[], body = ""): string =>
	`${lines.join("\r\n")}\r\n\r\n${body}`;
