// Why does a server hang up before anything is asked? It may say so to whoever listens first.
import { connect } from "node:net";
import type { Place } from "./options.ts";

const patienceMs = 300;

/**
 * A server that takes no more connections, or none from elsewhere, writes one line and closes. Who has asked something by
 * then loses that line with the connection; so this connection asks nothing.
 */
export async function knock({ host, port, tls }: Place): Promise<Error | null> {
	if (tls !== null) return null;
	const { promise, resolve } = Promise.withResolvers<Error | null>();
	const socket = connect({ host, port });
	let said = "";
	socket.setTimeout(patienceMs, () => socket.destroy());
	socket.on("data", (piece) => {
		said += piece.toString("latin1");
		if (said.includes("\n") || said.length > 1000) socket.destroy();
	});
	socket.on("error", () => {});
	socket.on("close", () => {
		const line = /^-([^\r\n]+)/.exec(said)?.[1];
		resolve(
			line === undefined
				? null
				: Object.assign(new Error(line), { name: "ReplyError" }),
		);
	});
	return promise;
}
