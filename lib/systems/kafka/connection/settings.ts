// How is an address of this system understood, and what can be wrong with it?
import type { Address } from "#lib/systems/address.ts";
import { type Configured, type Mechanism, mechanisms } from "./configured.ts";

export const schemes = ["kafka", "kafka+tls"] as const;
export const usualPort = 9092;
const knownOptions = ["tls", "mechanism"];

/** The values of options are not repeated: somebody may have put a password there. */
export function mistakesIn(
	address: Address,
	configured?: Configured,
): readonly string[] {
	const mistakes: string[] = contradictions(address, configured);
	const { user, password, options, path } = address;
	for (const name of options.keys())
		if (!knownOptions.includes(name))
			mistakes.push(
				`the option "${name}" is not known: leave it out, or use tls=true or mechanism=SCRAM-SHA-512`,
			);
	const tls = options.get("tls");
	if (tls !== undefined && tls !== "true" && tls !== "false")
		mistakes.push("tls is either true or false: write tls=true");
	if (tls === "false" && address.scheme === "kafka+tls")
		mistakes.push(
			"kafka+tls:// and tls=false contradict each other: leave out tls=false, or write kafka://",
		);
	if (options.has("mechanism") && mechanismOf(address) === null)
		mistakes.push(
			`the mechanism is none of ${mechanisms.join(", ")}: write one of them, as in mechanism=SCRAM-SHA-512`,
		);
	if (options.has("mechanism") && user === null && !configured?.sasl)
		mistakes.push(
			"a mechanism is for signing in, and there is no user: write kafka://user:password@host:9092, or leave the mechanism out",
		);
	if (user !== null && !password?.reveal())
		mistakes.push(
			"there is a user without a password: write kafka://user:password@host:9092",
		);
	if (user === null && password !== null)
		mistakes.push(
			"there is a password without a user: write kafka://user:password@host:9092",
		);
	if (path !== "")
		mistakes.push(
			"nothing can follow the hosts but options: leave out the slash and what follows it",
		);
	return mistakes;
}

/** What is said in the address and again beside it, or against it. */
function contradictions(address: Address, configured?: Configured): string[] {
	const mistakes: string[] = [];
	if (configured?.tls && address.options.get("tls") === "false")
		mistakes.push(
			"tls=false contradicts the setting tls: leave one of them out",
		);
	if (configured?.sasl && (address.user !== null || address.password !== null))
		mistakes.push(
			"the setting sasl signs in already: leave user and password out of the address",
		);
	else if (configured?.sasl && address.options.has("mechanism"))
		mistakes.push(
			"the setting sasl has a mechanism of its own: leave it out of the address",
		);
	return mistakes;
}

export function mechanismOf({ options }: Address): Mechanism | null {
	const asked = (options.get("mechanism") ?? mechanisms[0]).toUpperCase();
	return mechanisms.find((mechanism) => mechanism === asked) ?? null;
}

export const wantsTls = ({ scheme, options }: Address): boolean =>
	scheme === "kafka+tls" || options.get("tls") === "true";
