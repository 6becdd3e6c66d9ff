// What does each kind have to be able to do? Planned, done and proved at one key of a server, over a connection that is used for nothing else.
import type { Redis } from "ioredis";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Before, Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Course, Proof, Undone } from "../../system.ts";

export type Spot = {
	readonly client: Redis;
	readonly secret: string;
	readonly subscription: Subscription;
	readonly key: string | Buffer;
	/** Of the server, without credentials. */
	readonly url: string;
	readonly isCluster: boolean;
};

export type Cleaner = {
	plan(spot: Spot, cleanUp: CleanUp, undone: Undone | null): Promise<Plan>;
	/** `open` throws where there is no connection. */
	apply(
		open: () => Promise<Spot>,
		plan: Plan,
		course: Course,
		secret: string,
	): Promise<Outcome>;
	prove(spot: Spot, plan: Plan, before: readonly Before[]): Promise<Proof>;
};
