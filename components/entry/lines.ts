// Which lines connect a broker? One line a system, its password as the name of a variable.
import type { SystemReply } from "#lib/wire/board.ts";

type Example = Pick<SystemReply, "name" | "example">;

const variableOf = (name: string): string =>
	`\${${name.toUpperCase().replaceAll(/\W/g, "_")}_PASSWORD}`;

/** The examples hold the word where a password stands; the lines to copy hold a variable in its place. */
export const withoutSecret = ({ name, example }: Example): string =>
	example.replace(/:[^:@/]+@/, `:${variableOf(name)}@`);

export function linesFor(systems: readonly Example[]): string {
	const entries = systems.map(
		(system) => `  my-${system.name}: ${withoutSecret(system)}`,
	);
	return ["brokers:", ...entries].join("\n");
}

/** A name as the file takes it; the system's own where nothing of it is left. */
export function nameFrom(typed: string, system: string): string {
	const name = typed
		.trim()
		.replaceAll(/[^A-Za-z0-9._-]+/g, "-")
		.replaceAll(/^[-.]+|[-.]+$/g, "")
		.slice(0, 64);
	return name === "" ? system : name;
}

/** The lines for what was tried; where it wants a sign-in and the address has none, a place for one. */
export function linesOf(tried: {
	readonly name: string;
	readonly address: string;
	readonly wantsSignIn: boolean;
}): string {
	const { name, wantsSignIn } = tried;
	const address = tried.address.trim();
	const whole =
		wantsSignIn && !address.includes("@")
			? address.replace("://", `://user:${variableOf(name)}@`)
			: address;
	return `brokers:\n  ${name}: ${whole}`;
}
