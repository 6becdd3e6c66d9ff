// Does anybody listen at this place, as seen from here? A connection is made and closed, and nothing is said.
import { connect, isIP } from "node:net";
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import type { TroubleCode } from "#lib/core/trouble.ts";

export type Place = { readonly host: string; readonly port: number };

export const written = ({ host, port }: Place): string =>
	isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;

/** Null where somebody does. */
export function silenceAt(
	{ host, port }: Place,
	withinMs: number,
): Promise<TroubleCode | null> {
	const { promise, resolve } = Promise.withResolvers<TroubleCode | null>();
	const socket = connect({ host, port });
	// A name server that says nothing is not the socket's affair, so the clock is our own.
	let isFound = isIP(host) !== 0;
	socket.once("lookup", () => {
		isFound = true;
	});
	const timer = setTimeout(
		() => resolve(isFound ? "no answer" : "no such host"),
		withinMs,
	);
	socket.once("connect", () => resolve(null));
	socket.once("error", (error) => {
		const code = "code" in error ? String(error.code) : "";
		const isName = code === "ENOTFOUND" || code === "EAI_AGAIN";
		resolve(isName ? "no such host" : "unreachable");
	});
	return promise.finally(() => {
		clearTimeout(timer);
		socket.destroy();
	});
}

const mostAtOnce = 50;

/** Of these, those that nobody answers at. */
export async function failingPlaces(
	places: readonly Place[],
	withinMs: number,
): Promise<
	readonly { readonly place: Place; readonly trouble: TroubleCode }[]
> {
	const asked = places.slice(0, mostAtOnce).map(async (place) => {
		const trouble = await silenceAt(place, withinMs);
		return trouble === null ? [] : [{ place, trouble }];
	});
	return (await Promise.all(asked)).flat();
}

/** Where whoever asks is sent on to, and nobody answers from here; `known` are those that somebody configured. */
export async function sentNowhere(
	asked: Place,
	onTo: readonly Place[],
	known: readonly Place[],
	{
		setting,
		withinMs,
	}: { readonly setting: string; readonly withinMs: number },
): Promise<readonly Symptom[]> {
	const isKnown = new Set(known.map(written));
	const others = onTo.filter((place) => !isKnown.has(written(place)));
	return (await failingPlaces(others, withinMs)).map(({ place, trouble }) =>
		symptom("sent nowhere", {
			...{ asked: written(asked), place: written(place) },
			...{ trouble, setting },
		}),
	);
}

/** Those that somebody configured and nobody answers at. */
export async function placesFailing(
	places: readonly Place[],
	withinMs: number,
): Promise<readonly Symptom[]> {
	return (await failingPlaces(places, withinMs)).map(({ place, trouble }) =>
		symptom("place fails", { place: written(place), trouble }),
	);
}
