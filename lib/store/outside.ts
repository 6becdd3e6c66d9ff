// What can be seen of a store by somebody who changes nothing at all, whether Tidemark runs on it or not?
import { join } from "node:path";
import type { OutletFact, OutletFares } from "#lib/core/alert/outlet.ts";
import type { BrokerFact } from "#lib/core/board.ts";
import { lookAtSqlite } from "./sqlite/outside.ts";
import type { Pulse } from "./store.ts";

export type Outside =
	/** There is no store yet: the first start makes it. */
	| { readonly is: "none" }
	/** `detail` quotes the engine or the machine. */
	| { readonly is: "unreadable"; readonly detail: string }
	/** Another program's schema: what it holds is not for us to read. */
	| ({ readonly is: "other schema" } & OutsideFile)
	| ({ readonly is: "there" } & OutsideFile & Seen);

export type OutsideFile = {
	readonly schema: number;
	/** The one this program writes. */
	readonly ours: number;
	readonly fileBytes: number;
	/** What is written and not yet in the file. */
	readonly logBytes: number;
	/** Let go within the file, and filled again before it grows. */
	readonly spareBytes: number;
};

export type Seen = {
	readonly pulse: Pulse | null;
	readonly brokers: readonly BrokerFact[];
	readonly outlets: readonly (OutletFact & OutletFares)[];
	/** Since when history is kept; null where there is none. */
	readonly sinceMs: number | null;
	/** How many people have a password of their own. */
	readonly people: number;
};

export const lookAtStore = (folder: string): Promise<Outside> =>
	lookAtSqlite(join(folder, "tidemark.db"));
