// What does the server's list of connections say? One line each, of which few fields matter here.
import { fieldIn } from "../connection/client-line.ts";

export type Client = {
	readonly id: number;
	readonly address: string;
	/** Empty where the application gave none. */
	readonly name: string;
	readonly database: number;
	readonly ageMs: number;
	readonly command: string;
	readonly isBlocked: boolean;
};

/** Replicas, monitors and those who only listen; a listener of the newer protocol may do other things as well. */
export function clientsOf(text: string): Client[] {
	const clients: Client[] = [];
	for (const line of text.split("\n")) {
		const flags = fieldIn(line, "flags");
		if (flags === "" || /[SMO]/.test(flags)) continue;
		if (flags.includes("P") && fieldIn(line, "resp") !== "3") continue;
		const client: Client = {
			id: Number(fieldIn(line, "id")),
			address: fieldIn(line, "addr"),
			name: fieldIn(line, "name"),
			database: Number(fieldIn(line, "db")),
			ageMs: 1000 * Number(fieldIn(line, "age")),
			command: fieldIn(line, "cmd"),
			isBlocked: flags.includes("b"),
		};
		if (client.name !== ourOwn) clients.push(client);
	}
	return clients;
}

/** Other consoles of this kind read as little as we do. */
const ourOwn = "tidemark";

/** These are sent by somebody who reads with a group, and by nobody else. */
const readersDo: ReadonlySet<string> = new Set([
	...["xreadgroup", "xack", "xclaim", "xautoclaim", "xackdel", "xnack"],
]);

export const actsAsReader = ({ command }: Client): boolean =>
	readersDo.has(command);

export const waitsAsReader = ({ command, isBlocked }: Client): boolean =>
	isBlocked && command === "xreadgroup";
