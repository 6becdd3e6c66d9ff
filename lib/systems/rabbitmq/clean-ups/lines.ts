// How is the same done by hand? With the broker's own tools on its machine, or over its management from anywhere; no line where a name cannot be written.
import { lineOf } from "#lib/core/command.ts";
import { pathOf } from "../connection/paths.ts";
import type { Place } from "./place.ts";

export type Line = readonly string[];

export function linesOf(lines: readonly Line[]): readonly string[] | null {
	const written = lines.map(lineOf);
	const whole = written.filter((line) => line !== null);
	return whole.length === written.length && whole.length > 0 ? whole : null;
}

/** A name that begins with a hyphen is none of its options. */
export const ctl = (
	{ virtualHost }: Pick<Place, "virtualHost">,
	command: string,
	options: readonly string[],
	...names: readonly string[]
): Line => [
	...["rabbitmqctl", command, "--vhost", virtualHost, ...options],
	...["--", ...names],
];

/** It asks whoever pastes it for a password. */
export const disconnecting = (
	{ url }: Pick<Place, "url">,
	connection: string,
): Line => [
	...["curl", "-f", "-u", "USER", "-X", "DELETE"],
	`${url}${pathOf("connections", connection)}`,
];
