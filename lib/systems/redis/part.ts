// What must a part of a tick be able to do? Each reads one kind of channel, and remembers what it needs until the next tick.
import type { Redis } from "ioredis";
import type { GoneFact } from "#lib/core/gone.ts";
import type { Reading } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { Server } from "./connection/identity.ts";

export type Part = {
	/** Throws when the server as a whole did not answer. */
	tick(moment: Moment): Promise<Told>;
	/** Channels that have moved here from another server of the cluster: the next tick asks about them. */
	expect?(channels: readonly string[]): void;
	close(): void;
};

export type Moment = {
	readonly client: Redis;
	readonly secret: string;
	readonly server: Server;
	/** Of the tick, from 0. */
	readonly number: number;
};

export type Told = {
	readonly readings: readonly Reading[];
	readonly gone: readonly GoneFact[];
	/** Whether what is there was found, so that what is not named is gone. */
	readonly areAllKnown: boolean;
	/** What is wrong with what was read as a whole. */
	readonly trouble?: Trouble | null;
	/** How many of them have a time to live, as far as that is asked. */
	readonly expiring?: number;
};
