// Which lines connect a broker? One line a system, its password as the name of a variable.
import type { SystemReply } from "#lib/wire/board.ts";

type Example = Pick<SystemReply, "name" | "example">;

/** The examples hold the word where a password stands; the lines to copy hold a variable in its place. */
export const withoutSecret = ({ name, example }: Example): string =>
	example.replace(
		/:[^:@/]+@/,
		`:\${${name.toUpperCase().replaceAll(/\W/g, "_")}_PASSWORD}@`,
	);

export function linesFor(systems: readonly Example[]): string {
	const entries = systems.map(
		(system) => `  my-${system.name}: ${withoutSecret(system)}`,
	);
	return ["brokers:", ...entries].join("\n");
}
