// Which tests try which attack? Those of the threat model, by number.
import { attacksByContent } from "./architecture-attacks-by-content.ts";
import { attacksOnRights } from "./architecture-attacks-on-rights.ts";

/** Titles as they stand in their files, or how they begin. */
export type Proof = readonly [file: string, ...titles: readonly string[]];
export type Attacks = ReadonlyMap<number, readonly Proof[]>;

export const attacks: Attacks = new Map(
	[...attacksOnRights, ...attacksByContent].toSorted(([a], [b]) => a - b),
);
