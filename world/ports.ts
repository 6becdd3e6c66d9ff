// Which ports of this machine are free for a server that may be restarted on them?
import { createServer } from "node:net";

// Below the range from which systems take the ports of outgoing connections: a client that knocks at the port of a
// dead server there can be connected to itself, and the server then never gets its port back.
const lowest = 18_000;
const highest = 32_000;

export async function freePorts(count: number): Promise<number[]> {
	const found = new Set<number>();
	for (let tries = 0; found.size < count; tries++) {
		if (tries > 200) throw new Error("No free port was found");
		const port = lowest + Math.floor(Math.random() * (highest - lowest));
		if (await isFree(port)) found.add(port);
	}
	return [...found];
}

/** This port or the next one that is free. */
export async function freePortFrom(first: number): Promise<number> {
	for (let port = first; port < first + 100; port++)
		if (await isFree(port)) return port;
	throw new Error(`No port from ${first} on is free`);
}

export function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const door = createServer();
		door.once("error", () => resolve(false));
		door.listen(port, "127.0.0.1", () => door.close(() => resolve(true)));
	});
}
