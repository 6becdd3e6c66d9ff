// I4: how much does each broker hear of the product? Connections and questions, counted where they come by.
import { names, type Place } from "./place.ts";

export type Door = {
	readonly opened: number;
	/** Commands, or requests. */
	readonly asked: number;
	/** Those among them that hold up everybody else. */
	readonly harmful: readonly string[];
};
export type Doors = Readonly<Record<string, Door>>;

const harmful = ["keys", "monitor"];
/** Whoever begins looks around first. */
const atFirst = { opened: 20, asked: 500 };
/** In a second, which is a tick: of each channel that alarms and acts left, and of all else. */
const asks = { each: 2, besides: 20 };

export function doorsOf(place: Place): Doors {
	const { proxy, besideProxy, ears, kafka } = place;
	const doors = new Map([
		[names.broken, doorOf(proxy, ears.broken)],
		[names.beside, doorOf(besideProxy, ears.beside)],
	]);
	kafka?.proxies.forEach((node, n) => {
		const ear = kafka.ears[n];
		if (ear) doors.set(`${names.cluster} node ${n + 1}`, doorOf(node, ear));
	});
	return Object.fromEntries(doors);
}

type Ear = { readonly asked: ReadonlyMap<string | number, number> };

const doorOf = ({ opened }: { opened: number }, { asked }: Ear): Door => ({
	opened,
	asked: [...asked.values()].reduce((sum, count) => sum + count, 0),
	harmful: harmful.filter((it) => asked.has(it)),
});

/**
 * Whoever is broken again and again is called again, but never once a second. The more channels the broken one has, the
 * more it is asked.
 */
export const stormsAt = (
	doors: Doors,
	forMs: number,
	channels: number,
): readonly string[] =>
	Object.entries(doors).flatMap(([whom, { opened, asked, harmful }]) => {
		const seconds = forMs / 1000;
		const each = whom === names.broken ? asks.each * channels : 0;
		const askedMost = atFirst.asked + (asks.besides + each) * seconds;
		return [
			...(opened <= atFirst.opened + seconds
				? []
				: [`I4: ${opened} connections to ${whom} in ${forMs} ms`]),
			...(asked <= askedMost
				? []
				: [`I4: ${whom} was asked ${asked} times in ${forMs} ms`]),
			...harmful.map((it) => `I4: ${whom} was asked for ${it}`),
		];
	});
