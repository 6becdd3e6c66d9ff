// What does a system's live test have to give, and what can each promise then use?
import { onTestFinished } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { LookPart } from "#lib/core/look.ts";
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { eventually } from "#world/eventually.ts";
import { parseAddress } from "./address.ts";
import type { Connection, System } from "./system.ts";

/** A real broker, and what its own users do with it; every function resolves once the broker has agreed. */
export type Stage = {
	readonly system: System;
	readonly address: string;
	/** An address of it with a password it refuses; null where it asks for none. */
	readonly refusedAddress: string | null;
	readonly kind: string;
	/** The part of a subscription that can be given many lines. */
	readonly part: LookPart;
	/** False where the broker has rules for the names of its channels. */
	readonly anyChannelName: boolean;
	/** Whether the broker lets anything be called so. */
	mayBeCalled(name: string): boolean;
	/** What a group at a channel is to the board: where readers form none, each of its groups reads a channel of its own. */
	named(
		channel: string,
		group: string,
	): Pick<Subscription, "channel" | "group">;
	/** False where the broker counts nothing that arrives, so that nobody knows the pace. */
	readonly countsArrivals: boolean;
	/** All that the broker would show to anybody, as text; what changes by itself and our own connection left out. */
	fingerprint(): Promise<string>;
	/** A group at the beginning of a channel, which is made when it is missing, with so many lines in `part`. */
	group(channel: string, group: string, lines: number): Promise<void>;
	write(channel: string, count: number): Promise<void>;
	/** The group reads so many messages and says that it is done with them. */
	finish(channel: string, group: string, count: number): Promise<void>;
	/** Makes a new group whose exact lag nobody can know; null where the broker always knows. */
	blur: ((channel: string, group: string) => Promise<void>) | null;
	remove(channel: string, group: string): Promise<void>;
	/** Null where nothing is cleaned up. */
	readonly cleaning: Cleaning | null;
	/** Connections stay open, and nothing is answered. */
	freeze(): void | Promise<void>;
	thaw(): void | Promise<void>;
};

export type Cleaning = {
	/** By what they are called here: each makes a new group with something to clean up, and says how. */
	readonly scenes: Readonly<Record<string, CleaningScene>>;
	/** Whoever was thought to be gone works on, so that a plan of it is no longer true. */
	disturb(channel: string, group: string): Promise<void>;
};

export type CleaningScene = (
	channel: string,
	group: string,
) => Promise<CleanUp>;

let made = 0;
export const unique = (word: string) => `${word}-${process.pid}-${++made}`;

/** A connection that is closed when its test ends. */
export function open(
	stage: Stage,
	text = stage.address,
	deadlineMs = 10_000,
): Connection {
	const address = parseAddress(text);
	if (address === null) throw new Error("The stage gives no address");
	const connection = stage.system.open({
		broker: "stage",
		address,
		deadlineMs,
	});
	onTestFinished(() => connection.close());
	return connection;
}

/** Where a group is a part of what the board shows, and any name will do. */
export const grouped: Pick<Stage, "mayBeCalled" | "named"> = {
	mayBeCalled: () => true,
	named: (channel, group) => ({ channel, group }),
};

export const of = (
	{ kind, named }: Stage,
	channel: string,
	group: string,
): Subscription => ({ broker: "stage", kind, ...named(channel, group) });

/** What a test asks of one subscription by the names that it gave. */
export function watching(stage: Stage) {
	const find = (snapshot: Snapshot, channel: string, group: string) => {
		const it = stage.named(channel, group);
		return snapshot.readings.find(
			(one) => one.channel === it.channel && one.group === it.group,
		);
	};

	async function next(
		connection: Connection,
		channel: string,
		group: string,
	): Promise<Reading> {
		const reading = find(await connection.read(), channel, group);
		if (!reading) throw new Error("The subscription is not in the snapshot");
		return reading;
	}

	/** New subscriptions may take a moment to be discovered. */
	const appears = (connection: Connection, channel: string, group: string) =>
		eventually(() => next(connection, channel, group), 20_000);

	return { find, next, appears };
}
