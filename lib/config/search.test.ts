// Are brokers on this machine found by what they answer, and not by an open port?
import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { noBystanders } from "#lib/core/bystander.ts";
import { trouble } from "#lib/core/trouble.ts";
import { redacted } from "#lib/systems/address.ts";
import type { System } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { invented } from "./for-tests.ts";
import { search } from "./search.ts";

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

/** A server on a free port of this machine that greets whoever comes, or stays silent. */
async function listening(greeting: string | null): Promise<number> {
	const server = createServer((socket) => {
		socket.on("error", () => socket.destroy());
		if (greeting !== null) socket.end(greeting);
	});
	servers.push(server);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const place = server.address();
	if (place === null || typeof place === "string") throw new Error("no port");
	return place.port;
}

/** Its whole protocol is one greeting. */
function greeter(usualPorts: readonly number[]): System {
	return {
		...invented("tide", ["tide"]),
		usualPorts,
		open: ({ address, deadlineMs }) => ({
			async read() {
				const [host] = address.hosts;
				const socket = connect(host?.port ?? 0, host?.host);
				try {
					const signal = AbortSignal.timeout(deadlineMs);
					const [bytes] = await once(socket, "data", { signal });
					if (String(bytes) !== "tide")
						throw new TroubleError(trouble("wrong protocol"));
				} catch (error) {
					throw error instanceof TroubleError
						? error
						: new TroubleError(trouble("no answer"));
				} finally {
					socket.destroy();
				}
				return {
					...{ readings: [], complete: true, gone: [] },
					...{
						troubles: [],
						version: null,
						ownShare: null,
						connections: null,
						standing: [],
					},
					bystanders: noBystanders,
				};
			},
			look: () => Promise.reject(new Error("nobody looks here")),
			close: async () => {},
		}),
	};
}

test("a broker is found when it speaks, and every port that was tried is told with what came of it", async () => {
	const ports = [
		await listening("tide"),
		await listening("moon"),
		await listening(null),
		await listening("tide"),
		await closedPort(),
	];
	const { found, tried } = await search([greeter(ports)], 300);
	expect(
		found.map(({ name, system, address }) => [name, system, redacted(address)]),
	).toEqual([
		["tide", "tide", `tide://127.0.0.1:${ports[0]}`],
		[`tide-${ports[3]}`, "tide", `tide://127.0.0.1:${ports[3]}`],
	]);
	expect(tried.map(({ port, trouble: found }) => [port, found])).toEqual([
		[ports[0], null],
		[ports[1], "wrong protocol"],
		[ports[2], "no answer"],
		[ports[3], null],
		[ports[4], "unreachable"],
	]);
});

test("a search ends within its deadline though nobody answers", async () => {
	const ports = [await listening(null), await listening(null)];
	const { tried } = await search([greeter(ports)], 200);
	expect(tried.map(({ trouble }) => trouble)).toEqual([
		...["no answer", "no answer"],
	]);
});

async function closedPort(): Promise<number> {
	const port = await listening(null);
	const server = servers.pop();
	server?.close();
	if (server) await once(server, "close");
	return port;
}
