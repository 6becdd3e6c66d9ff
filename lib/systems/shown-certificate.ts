// Which certificate is shown at a place, whether anybody would accept it or not? Nothing but the greeting is said there.
import { isIP } from "node:net";
import { type ConnectionOptions, connect } from "node:tls";
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import { type Place, written } from "./places.ts";

const dayMs = 86_400_000;

/** Empty where none came in time. */
export async function certificateAt(
	{ host, port }: Place,
	options: ConnectionOptions,
	withinMs: number,
): Promise<readonly Symptom[]> {
	const { promise, resolve } = Promise.withResolvers<readonly Symptom[]>();
	const socket = connect({
		...{ servername: isIP(host) === 0 ? host : "", ...options },
		...{ host, port, rejectUnauthorized: false },
	});
	const timer = setTimeout(() => resolve([]), withinMs);
	socket.on("error", () => resolve([]));
	socket.once("secureConnect", () => {
		const shown = socket.getPeerX509Certificate();
		const untilMs = Date.parse(shown?.validTo ?? "");
		if (!shown || Number.isNaN(untilMs)) return resolve([]);
		const values = {
			place: written({ host, port }),
			names: shown.subjectAltName ?? lastOf(shown.subject),
			issuer: lastOf(shown.issuer),
			untilMs,
			days: Math.floor((untilMs - Date.now()) / dayMs),
		};
		resolve([symptom("certificate", values)]);
	});
	return promise.finally(() => {
		clearTimeout(timer);
		socket.destroy();
	});
}

/** Of several lines the last, which is the name itself. */
const lastOf = (lines: string): string => lines.split("\n").at(-1) ?? "";
