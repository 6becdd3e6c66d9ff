// What did one source say, before anything of it is judged?
import type { Mistake, Place } from "./mistake.ts";

/** A value as it was written, with its `${NAME}` still in it. */
export type Given = {
	readonly text: string;
	readonly path: string;
	readonly place: Place;
};

/** A value, a list, or more of them below: what a system's own settings are written as. */
export type GivenTree =
	| Given
	| (Pick<Given, "path" | "place"> &
			(
				| { readonly list: readonly GivenTree[] }
				| { readonly below: ReadonlyMap<string, GivenTree> }
			));

/** One that has more below it. */
export type GivenBelow = Extract<GivenTree, { readonly below: unknown }>;

export type GivenBroker = {
	readonly address: Given | null;
	readonly every: Given | null;
	readonly readOnly: Given | null;
	readonly settings: ReadonlyMap<string, GivenTree>;
	readonly place: Place;
};

export const addressAlone = (address: Given, place: Place): GivenBroker => ({
	...{ address, place },
	...{ every: null, readOnly: null },
	settings: new Map(),
});

/** What every system's brokers have. */
export const brokerKeys = ["address", "every", "readOnly"] as const;

export const settings = [
	"listen",
	"folder",
	"every",
	"history",
	"floor",
	"metrics",
	"address",
	"plainHttp",
	"readOnly",
	"reasonRequired",
] as const;
export type Setting = (typeof settings)[number];

/** What has more below it. Only a file says anything of these. */
export const sections = ["tls", "access", "alerts"] as const;
export type Section = (typeof sections)[number];

/** Maps, so that a name such as `constructor` is a name and nothing more. */
export type Sheet = {
	readonly settings: ReadonlyMap<Setting, Given>;
	readonly brokers: ReadonlyMap<string, GivenBroker>;
	/** As they were written. */
	readonly sections: ReadonlyMap<Section, GivenTree>;
	readonly mistakes: readonly Mistake[];
};

/** The later sheet wins, value by value. */
export function laid(under: Sheet, over: Sheet): Sheet {
	const brokers = new Map(under.brokers);
	for (const [name, broker] of over.brokers) {
		const below = brokers.get(name);
		brokers.set(name, {
			address: broker.address ?? below?.address ?? null,
			every: broker.every ?? below?.every ?? null,
			readOnly: broker.readOnly ?? below?.readOnly ?? null,
			settings: new Map([...(below?.settings ?? []), ...broker.settings]),
			place: broker.address === null && below ? below.place : broker.place,
		});
	}
	return {
		settings: new Map([...under.settings, ...over.settings]),
		brokers,
		sections: new Map([...under.sections, ...over.sections]),
		mistakes: [...under.mistakes, ...over.mistakes],
	};
}
