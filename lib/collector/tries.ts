// Is a broker at this address, before any is configured? One bounded read by the system's own means; nothing it says is repeated.
import { setTimeout as after } from "node:timers/promises";
import type { TryWish } from "#lib/core/errand.ts";
import { addressFault, type Finding } from "#lib/core/finding.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import type { TroubleCode } from "#lib/core/trouble.ts";
import { type Address, parseAddress, redacted } from "#lib/systems/address.ts";
import type { Connection, System } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { Overdue, within } from "./deadline.ts";
import { isNoPlace } from "./no-place.ts";

export type TriesParts = {
	readonly systems: readonly System[];
	/** How many brokers are configured: with one, this door is closed. */
	readonly brokers: number;
	readonly deadlineMs: number;
};

export type Tries = (wish: TryWish) => Promise<readonly Finding[]>;

type Place = { readonly system: System; readonly address: Address };

const here = "127.0.0.1";
/** Somebody types and corrects; a program that walks through a network needs more. */
const mostAtOnce = 2;
const mostInAMinute = 20;
const hostsMost = 16;
const minuteMs = 60_000;
const againAfterMs = 100;

export function triesOf(parts: TriesParts): Tries {
	const { systems, brokers, deadlineMs } = parts;
	let running = 0;
	let begunMs: readonly number[] = [];
	return async (wish) => {
		if (brokers > 0) throw new Problem("refused", "tries closed");
		const places =
			wish.address === null
				? usualPlaces(systems)
				: [placeOf(wish.address, systems)];
		const nowMs = performance.now();
		begunMs = begunMs.filter((ms) => nowMs - ms < minuteMs);
		if (running >= mostAtOnce || begunMs.length >= mostInAMinute)
			throw new Problem("refused", "tries too many");
		begunMs = [...begunMs, nowMs];
		running++;
		try {
			return await Promise.all(
				places.map((place) => findingAt(place, deadlineMs)),
			);
		} finally {
			running--;
		}
	};
}

const usualPlaces = (systems: readonly System[]): readonly Place[] =>
	systems.flatMap((system) =>
		system.usualPorts.flatMap((port) => {
			const address = parseAddress(`${system.schemes[0]}://${here}:${port}`);
			return address === null ? [] : [{ system, address }];
		}),
	);

function placeOf(text: string, systems: readonly System[]): Place {
	const fault = addressFault(text);
	if (fault !== null) throw new Problem("invalid", fault);
	const address = parseAddress(text);
	const system = systems.find(
		({ schemes }) => address !== null && schemes.includes(address.scheme),
	);
	if (address === null) throw new Problem("invalid", "no address");
	if (system === undefined) throw new Problem("invalid", "no such scheme");
	if (address.hosts.length > hostsMost || address.hosts.some(isNoPlace))
		throw new Problem("refused", "address not tried");
	const [mistake] = system.mistakesIn(address);
	if (mistake !== undefined)
		throw new Problem("invalid", "address mistaken", { mistake });
	return { system, address };
}

/** Nobody signs in: a password is nothing to be sent to an address that somebody only tries. */
async function findingAt(
	{ system, address }: Place,
	deadlineMs: number,
): Promise<Finding> {
	const connection = system.open({
		broker: "",
		address: { ...address, user: null, password: null },
		deadlineMs,
	});
	const found = {
		address: redacted(address),
		system: system.words.name,
	};
	try {
		const seen = await readWhole(connection, deadlineMs);
		return {
			...found,
			trouble: null,
			version: versionOf(seen.version),
			kinds: kindsOf(seen.readings),
			complete: seen.complete,
		};
	} catch (error) {
		const trouble = codeOf(error);
		return { ...found, trouble, version: null, kinds: [], complete: false };
	} finally {
		await connection.close().catch(() => undefined);
	}
}

/** Some systems find what they have over several reads; what the first one said is worth telling by itself. */
async function readWhole(
	connection: Connection,
	deadlineMs: number,
): Promise<Snapshot> {
	const untilMs = performance.now() + deadlineMs;
	let snapshot = await within(deadlineMs, connection.read());
	for (;;) {
		const leftMs = untilMs - performance.now() - againAfterMs;
		if (snapshot.complete || leftMs <= 0) return snapshot;
		await after(againAfterMs);
		const next = await within(leftMs, connection.read()).catch(() => null);
		if (next === null) return snapshot;
		snapshot = next;
	}
}

function codeOf(error: unknown): TroubleCode {
	if (error instanceof TroubleError) return error.trouble.code;
	if (error instanceof Overdue) return "no answer";
	throw error;
}

/** A name of one word and numbers, and nothing else that the far side may have written there. */
const versionOf = (told: string | null): string | null =>
	/^(?:[A-Z][A-Za-z]{1,15} )?\d{1,4}(?:\.\d{1,6}){0,3}/.exec(told ?? "")?.[0] ??
	null;

function kindsOf(readings: readonly Reading[]): Finding["kinds"] {
	const channels = new Map<string, Set<string>>();
	const counts = new Map<string, number>();
	for (const { kind, channel } of readings) {
		channels.set(kind, (channels.get(kind) ?? new Set()).add(channel));
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return Array.from(counts, ([kind, subscriptions]) => ({
		kind,
		channels: channels.get(kind)?.size ?? 0,
		subscriptions,
	}));
}
