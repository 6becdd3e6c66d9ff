// How is an address of this system understood, and what can be wrong with it?
import type { Address } from "../../address.ts";
import { isAddressable } from "./paths.ts";

export const schemes = ["rabbitmq", "rabbitmqs"] as const;
export const usualPort = 15672;
export const usualTlsPort = 15671;
/** Where programs speak to it that read and write messages. */
export const messagePorts: readonly number[] = [5671, 5672];

/** Null where all are watched that the user sees. */
export const virtualHostOf = ({ path }: Address): string | null =>
	path === "" ? null : path;

export function mistakesIn(address: Address): readonly string[] {
	const { hosts, options, user, password, path } = address;
	const mistakes: string[] = [];
	if (hosts.some(({ port }) => port !== null && messagePorts.includes(port)))
		mistakes.push(
			`the port is the one for messages, and what is read is asked of the management: write ${usualPort}, or ${usualTlsPort} with TLS`,
		);
	if (user === null && password !== null)
		mistakes.push(
			"there is a password without a user: write rabbitmq://user:password@host:15672",
		);
	if (user !== null && password === null)
		mistakes.push(
			"there is a user without a password: write rabbitmq://user:password@host:15672",
		);
	if (path !== "" && !isAddressable(path))
		mistakes.push(
			"a virtual host of this name cannot be asked about: write another behind the hosts, or none for all",
		);
	for (const option of options.keys())
		mistakes.push(`unknown option "${option}"; remove it`);
	return mistakes;
}
