// What must a system be able to do? The port between the product and every technology it can read.
import type { z } from "zod";
import type { SystemWords } from "#lib/core/board.ts";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type {
	Afterwards,
	Before,
	Outcome,
	Progress,
} from "#lib/core/clean-up/outcome.ts";
import type { Figure, Plan } from "#lib/core/clean-up/plan.ts";
import type { Look, LookPart, LookSort } from "#lib/core/look.ts";
import type { PendingWish } from "#lib/core/pending.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Symptom } from "#lib/core/symptom.ts";
import type { Address } from "./address.ts";
import type { ReadFile } from "./setting.ts";

/** Its settings go from its own schema to its own functions, and nobody in between looks into them. */
export type System<Settings = unknown> = {
	readonly words: SystemWords;
	/** The schemes of its addresses, the usual one first: `redis`, `rediss`. */
	readonly schemes: readonly string[];
	/** The port an address without one means, and where a broker on this machine would listen. */
	readonly usualPorts: readonly number[];
	/** What may stand beside an address in the file, given as text; the files it names are read through `read`. */
	settings(read: ReadFile): z.ZodType<Settings>;
	/** Everything that is wrong with an address of this system, as "what, and what to write instead"; empty when nothing is. */
	mistakesIn(address: Address, settings?: Settings): readonly string[];
	/** Connects to nothing yet: the first `read` does. */
	open(options: OpenOptions<Settings>): Connection;
};

export type OpenOptions<Settings = unknown> = {
	readonly broker: string;
	readonly address: Address;
	/** Left out where nothing stands beside the address. */
	readonly settings?: Settings;
	/** A read or look answers or throws a TroubleError within this time. */
	readonly deadlineMs: number;
};

/** Nothing here changes anything at the broker, but for `apply`. */
export type Connection = {
	/** All readings, cheap and bounded. Throws a TroubleError when the broker as a whole could not be read. */
	read(): Promise<Snapshot>;
	/** One subscription in depth. Throws a Problem "not found" when the broker no longer has it. */
	look(subscription: Subscription, page: LookPage): Promise<Look>;
	/**
	 * What no reading tells whoever looks for a fault: places, certificates, clocks, versions, and rights of which the
	 * lack looks like silence. Throws a TroubleError where nothing was found. Left out by a system that knows no more.
	 */
	examine?(): Promise<readonly Symptom[]>;
	/** Left out by a system that offers no clean-ups. */
	readonly cleanUps?: CleanUps;
	/** Ends within a second, whatever the broker does. */
	close(): Promise<void>;
};

export type CleanUps = {
	/** What a clean-up would do, as of now; changes nothing. */
	plan(
		subscription: Subscription,
		cleanUp: CleanUp,
		undone: Undone | null,
	): Promise<Plan>;
	/** Does what was planned and nothing else, where the world is still the one that was seen; then looks at what came of it. */
	apply(
		subscription: Subscription,
		plan: Plan,
		course: Course,
	): Promise<Outcome>;
	/** Looks again at what a clean-up left, or may have left when nobody saw its end; changes nothing. */
	prove(
		subscription: Subscription,
		plan: Plan,
		before: readonly Before[],
	): Promise<Proof>;
};

/** What an undo takes back: as it was planned, and what was before. Null where nothing is taken back. */
export type Undone = {
	readonly plan: Plan;
	readonly before: readonly Before[];
};

/** How whoever applies tells how far it is; none of it goes on before it is written down. */
export type Course = {
	/** A stage is told before anything of it is begun: where only "looking again" was told, nothing was changed. */
	progress(progress: Progress): Promise<void>;
	/** What some messages were before, once they are no longer. */
	keep(before: readonly Before[]): Promise<void>;
	/** What was before, of what is taken back; empty where nothing is. */
	readonly before: readonly Before[];
	/** Raised when somebody says stop: what is done stays, and nothing more is begun. */
	readonly stop: AbortSignal;
};

export type Proof = {
	readonly figures: readonly Figure[];
	readonly afterwards: readonly Afterwards[];
};

export type LookPage = {
	readonly part: LookPart;
	/** Of partitions; members stand in the order of their names. */
	readonly sort: LookSort;
	readonly offset: number;
	readonly limit: number;
	/** Left out where it narrows nothing. */
	readonly pending?: PendingWish;
};
