// Which tests try which attack? Those of the threat model, by number.
import { attacksByContent } from "./architecture-attacks-by-content.ts";
import { attacksOnRights } from "./architecture-attacks-on-rights.ts";
import type { Proofs } from "./architecture-proofs.ts";

export const attacks: Proofs = new Map(
	[...attacksOnRights, ...attacksByContent].toSorted(([a], [b]) => a - b),
);
