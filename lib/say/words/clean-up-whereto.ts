// Which words does it need to say where a group is to read on, and which positions move?
import type { Whereto } from "#lib/core/clean-up/clean-up.ts";
import type { LineFault } from "#lib/core/clean-up/positions-file.ts";
import type { Values } from "./words.ts";

export type Place = Whereto["place"];

/** What is still missing before a plan can be drawn. */
export const unsaid = [
	...(["partitions", "ago", "time", "shift", "exact", "group"] as const),
	"listed",
] as const;
export type Unsaid = (typeof unsaid)[number];

export type WheretoWords = {
	readonly title: string;
	readonly places: Readonly<Record<Place, PlaceWords>>;
	readonly partitions: string;
	readonly all: string;
	readonly some: string;
	readonly unsaid: Readonly<Record<Unsaid, string>>;
	/** A length that none of the buttons has. */
	readonly otherAgo: string;
	readonly units: Readonly<Record<"min" | "h" | "d", string>>;
	timeIn(zone: string): string;
	readonly back: string;
	readonly forward: string;
	readonly byMany: string;
	readonly position: string;
	readonly group: string;
	readonly file: FileWords;
};

export type PlaceWords = { readonly name: string; readonly means: string };

export type FileWords = {
	readonly paste: string;
	readonly choose: string;
	readonly present: string;
	readonly reading: string;
	readonly copied: string;
	positions(n: number): string;
	/** They are of channels that this is not about. */
	others(n: number): string;
	line(line: number): string;
	readonly faults: Readonly<Record<LineFault, (it: Values) => string>>;
	more(n: number): string;
};

export type MovesWords = {
	readonly title: string;
	readonly channel: string;
	readonly partition: string;
	readonly before: string;
	readonly after: string;
	readonly change: string;
	readonly none: string;
	replayed(n: number): string;
	skipped(n: number): string;
	readonly begins: string;
	/** What is taken back stands where it stood. */
	readonly back: string;
	readonly ends: string;
	readonly same: string;
	readonly brought: string;
	kept(first: number, end: number): string;
	rest(n: number): string;
	/** How long it takes to read them again; null where nobody remembers how fast it reads. */
	takes(
		pace: { readonly seconds: number; readonly perSecond: number } | null,
	): string;
};
