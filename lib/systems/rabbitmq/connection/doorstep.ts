// Is a broker there of which only the management is missing? Asked where messages are taken, and nothing is said.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { type Place, silenceAt, written } from "../../places.ts";
import { messagePorts, usualPort, usualTlsPort } from "./settings.ts";

const longestMs = 1_000;

/** Null where nobody takes messages there either. */
export async function unmanagedAt(
	door: Place,
	leftMs: number,
	ports: readonly number[] = messagePorts,
): Promise<Trouble | null> {
	const withinMs = Math.max(1, Math.min(longestMs, leftMs / ports.length));
	for (const port of ports) {
		const place = { host: door.host, port };
		if ((await silenceAt(place, withinMs)) === null)
			return trouble(
				"not managed",
				`nothing listens at ${written(door)}, and messages are taken at ${written(place)}`,
			);
	}
	return null;
}

/** Elsewhere nobody knows where it would take messages. */
export const isUsual = ({ port }: Place): boolean =>
	port === usualPort || port === usualTlsPort;
