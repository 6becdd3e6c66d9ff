// Nothing is configured: which brokers listen on this machine's usual ports, and what was tried?
import { connect } from "node:net";
import type { TroubleCode } from "#lib/core/trouble.ts";
import { type Address, parseAddress } from "#lib/systems/address.ts";
import type { System } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";

export type Found = {
	readonly name: string;
	readonly address: Address;
	readonly system: string;
};

/** `trouble` is null for a broker that answered; "unreachable" where nothing listens. */
export type Tried = {
	readonly system: string;
	readonly label: string;
	readonly host: string;
	readonly port: number;
	readonly trouble: TroubleCode | null;
};

export type Search = {
	readonly found: readonly Found[];
	readonly tried: readonly Tried[];
};

const host = "127.0.0.1";

export async function search(
	systems: readonly System[],
	deadlineMs: number,
): Promise<Search> {
	const places = systems.flatMap((system) =>
		system.usualPorts.map((port) => ({
			system,
			port,
			name: nameOf(system, port),
		})),
	);
	const answers = await Promise.all(
		places.map(async ({ system, port, name }) => {
			const address = parseAddress(`${system.schemes[0]}://${host}:${port}`);
			const trouble =
				address === null
					? "unreachable"
					: await ask(system, name, address, port, deadlineMs);
			return { system, port, name, address, trouble };
		}),
	);
	const found: Found[] = [];
	for (const { system, name, address, trouble } of answers)
		if (trouble === null && address !== null)
			found.push({ name, address, system: system.words.name });
	return {
		found,
		tried: answers.map(({ system, port, trouble }) => ({
			system: system.words.name,
			label: system.words.label,
			host,
			port,
			trouble,
		})),
	};
}

/** The first port gives the system's own name; further ones say which port they are. */
function nameOf({ words, usualPorts }: System, port: number): string {
	return port === usualPorts[0] ? words.name : `${words.name}-${port}`;
}

/** An open port proves nothing: only an answer in the system's own protocol does. */
async function ask(
	system: System,
	broker: string,
	address: Address,
	port: number,
	deadlineMs: number,
): Promise<TroubleCode | null> {
	const startedMs = performance.now();
	if (!(await isOpen(port, deadlineMs))) return "unreachable";
	const leftMs = Math.max(
		1,
		Math.round(deadlineMs - (performance.now() - startedMs)),
	);
	const connection = system.open({ broker, address, deadlineMs: leftMs });
	try {
		await connection.read();
		return null;
	} catch (error) {
		if (error instanceof TroubleError) return error.trouble.code;
		throw error;
	} finally {
		await connection.close();
	}
}

function isOpen(port: number, deadlineMs: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: deadlineMs });
		const end = (open: boolean) => {
			socket.destroy();
			resolve(open);
		};
		socket.once("connect", () => end(true));
		socket.once("timeout", () => end(false));
		socket.once("error", () => end(false));
	});
}
