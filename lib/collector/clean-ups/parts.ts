// On what do clean-ups stand? The store, the connections, what may be changed, and how long a broker may be silent.

import type { Leave } from "#lib/core/clean-up/consent.ts";
import type { AccessRules } from "#lib/core/people/access.ts";
import type { Store } from "#lib/store/store.ts";
import type { Connection } from "#lib/systems/system.ts";
import type { Log } from "../log.ts";

export type CleanUpParts = {
	readonly store: Store;
	readonly log: Log;
	connectionTo(broker: string): Connection | null;
	/** By the configuration; who asks is another question. */
	readonly leave: Omit<Leave, "rights">;
	readonly access: AccessRules;
	/** By the configuration too. */
	readonly reasonRequired: boolean;
	/** Within this time a look is answered: a plan, or what came of it. */
	readonly deadlineMs: number;
	/** So long a broker may be silent between two words of an apply, which as a whole may take as long as it needs. */
	readonly silentMs: number;
	/** How late it is for what is let go. */
	aging(): number;
	/** When what was left is looked at again, after its end. */
	readonly againMs: readonly number[];
};

export const usualSilentMs = 10_000;
export const usualAgainMs: readonly number[] = [10_000, 60_000, 300_000];
