// Who stands between the network and the web? A server of our own: it knows the socket, speaks TLS, keeps to its limits, and hands on what is worth it.
import * as http from "node:http";
import * as https from "node:https";
import type { Socket } from "node:net";
import {
	asSeen,
	type Peer,
	peerOf,
	type Reached,
	seenIn,
} from "#lib/web/peer.ts";
import type { Place } from "#lib/web/place.ts";
import { boundConnections } from "./connections.ts";
import { keepOnly } from "./headers.ts";
import { type Limits, limits } from "./limits.ts";
import type { Pair } from "./pair.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import type { Answer } from "./web.ts";

export type Front = {
	readonly server: http.Server | https.Server;
	/** From now on for whoever connects; only where TLS was begun with. */
	show(pair: Pair): void;
	/** Ends within seconds, whoever is still connected. */
	end(): Promise<void>;
};

type Here = Pick<Place, "listen" | "address" | "tls"> & {
	readonly access: Pick<Place["access"], "trustedProxies" | "headers">;
};

const optionsOf = (within: Limits) => ({
	maxHeaderSize: within.headersBytes,
	headersTimeout: within.headersMs,
	requestTimeout: within.requestMs,
	keepAliveTimeout: within.keptMs,
	connectionsCheckingInterval: within.checkMs,
});
const over = { minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] } as const;

export function openFront(
	here: Here,
	pair: Pair | null,
	answer: Answer,
	failed: (error: unknown) => void,
	within: Limits = limits,
): Front {
	const options = optionsOf(within);
	const server = pair
		? https.createServer({
				...{ ...options, ...over, ...pair },
				handshakeTimeout: within.handshakeMs,
			})
		: http.createServer(options);
	// What is beyond it is dropped unseen: one more is read than is let through.
	server.maxHeadersCount = within.headersCount + 1;
	server.setTimeout(within.silentMs);
	const connections = boundConnections(server, within.connections);
	const { headers } = here.access;
	const named = [headers?.person, headers?.groups].filter(
		(name) => typeof name === "string",
	);
	server.on("request", (request, response) => {
		connections.answering(request, response);
		const refusal = refusalOf(request, named) ?? cutAtDoor(request, response);
		if (refusal) return refuse(response, refusal);
		const words = asHeaders(request);
		const { remoteAddress: address = null } = request.socket;
		asSeen(seenIn(address, words), () => {
			const peer = peerOf(words, here);
			if (peer.origin === null && !isForGuard(request))
				return refuse(response, unknownName);
			keepOnly(request, peer.isProxy, named);
			if (isWorthRemembering(peer, here))
				response.setHeader("strict-transport-security", "max-age=31536000");
			answer(request, response).catch((error) => {
				failed(error);
				refuse(response, { code: 500, say: "Something went wrong here." });
			});
		});
	});
	for (const event of ["upgrade", "connect"])
		server.on(event, (_request: http.IncomingMessage, socket: Socket) =>
			socket.end(
				"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
				() => socket.destroy(),
			),
		);
	return {
		server,
		show(renewed) {
			if (server instanceof https.Server)
				server.setSecureContext({ ...over, ...renewed });
		},
		end: () => endOf(server, within.endingMs),
	};
}

const unknownName: Refusal = {
	code: 403,
	say: "This console does not answer to that name. Whoever runs it can write the name as address in tidemark.yaml.",
};

/** It refuses names that are not ours itself, in words that programs read. */
const isForGuard = ({ url = "" }: http.IncomingMessage): boolean =>
	url.startsWith("/api/") || url.startsWith("/metrics");

/** What others do on this machine's own names, on other ports, is not ours to say. */
const isWorthRemembering = (
	{ origin, isHttps }: Peer,
	{ address }: Reached,
): boolean =>
	isHttps && address !== null && origin === URL.parse(address)?.origin;

const asHeaders = ({ headers }: http.IncomingMessage) => ({
	get(name: string): string | null {
		const value = headers[name];
		return typeof value === "string" ? value : null;
	},
});

function refuse(response: http.ServerResponse, { code, say }: Refusal): void {
	if (response.headersSent || response.destroyed)
		return void response.destroy();
	response.writeHead(code, {
		...{ "content-type": "text/plain; charset=utf-8", connection: "close" },
		...{ "cache-control": "no-store", "x-content-type-options": "nosniff" },
	});
	response.end(`${say}\n`);
}

/** A body whose length nobody announced is cut where it grows too long. */
function cutAtDoor(
	request: http.IncomingMessage,
	response: http.ServerResponse,
): null {
	const push = request.push.bind(request);
	let bytes = 0;
	request.push = (chunk: Buffer | null, ...rest) => {
		bytes += chunk?.length ?? 0;
		if (bytes <= limits.bodyBytes) return push(chunk, ...rest);
		if (bytes - (chunk?.length ?? 0) <= limits.bodyBytes) {
			push(null);
			refuse(response, { code: 413, say: "Too large." });
			response.once("close", () => request.socket.destroy());
		}
		return false;
	};
	return null;
}

async function endOf(server: http.Server, withinMs: number): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	server.close(() => resolve());
	server.closeIdleConnections();
	const force = setTimeout(() => server.closeAllConnections(), withinMs);
	await promise;
	clearTimeout(force);
}
