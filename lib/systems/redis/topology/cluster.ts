// How is a cluster read? Each node by its own ticks, all at once, and where its slots lie is asked again when they move.
import type { Snapshot } from "#lib/core/reading.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Connection, OpenOptions } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { lookEverywhere } from "../broadcast/look.ts";
import { isBroadcast } from "../broadcast/readings.ts";
import { together as broadcastOf } from "../broadcast/told.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { channelsOf, leftUntil, onlyNew, type Part } from "./arrived.ts";
import { askTable } from "./ask-table.ts";
import { cleanUpsAt } from "./clean-ups.ts";
import { openDoors, troubleIn } from "./doors.ts";
import { handOver, passOn } from "./hand-over.ts";
import { merged, onlyOnce } from "./merged.ts";
import { type ClusterNode, openClusterNodes } from "./nodes.ts";
import { shownPlace } from "./place.ts";
import type { Table } from "./table.ts";
import { openTravelling } from "./travelling.ts";

const askedEveryMs = 60_000;
/** What is left of a deadline to put together what was heard. */
const spareMs = 100;

export function openCluster({
	address,
	settings = nothingConfigured,
	deadlineMs,
}: OpenOptions<Configured>): Connection {
	const doors = openDoors(address, settings, 6379);
	const nodes = openClusterNodes(address, settings, deadlineMs / 2);
	const travelling = openTravelling();
	let table: Table | null = null;
	let askedMs = 0;
	let isStale = true;
	let tellers: ReadonlyMap<string, ClusterNode> = new Map();

	async function refresh(untilMs: number): Promise<Table> {
		const fresh = await askTable(doors, settings.nodes, untilMs);
		const nowMs = performance.now();
		const left = nodes.settle(fresh.shards);
		doors.settle(fresh.shards.map(({ place }) => place));
		travelling.leave(left, nowMs);
		[table, askedMs, isStale] = [fresh, nowMs, false];
		return fresh;
	}

	/** Null where what is known of the cluster still stands; else why it could not be asked again. */
	async function refreshWhenDue(startMs: number): Promise<Trouble | null> {
		if (!isStale && startMs - askedMs < askedEveryMs) return null;
		const part = table === null ? 0.7 : 0.4;
		try {
			await refresh(startMs + part * deadlineMs);
			return null;
		} catch (error) {
			const why = troubleIn(error);
			if (why === null || table === null) throw error;
			// Somebody else may know more.
			doors.turn();
			return why;
		}
	}

	const expected = (sinceMs: number) =>
		handOver(travelling, nodes, settings.nodes, sinceMs);

	async function partOf(one: ClusterNode, withinMs: number): Promise<Part> {
		const told = await one.node.read(withinMs).catch((error) => {
			const why = troubleIn(error);
			if (why === null) throw error;
			return why;
		});
		one.hasFailed = "code" in told;
		const last = one.last;
		if ("code" in told) isStale = true;
		else {
			one.last = told.readings;
			travelling.compare(last, told, performance.now());
			// It is no longer where the table says.
			isStale ||= told.redirects.some(
				({ name, isAsk }) => !isAsk && nodes.owner(name) === one,
			);
		}
		return { node: one, place: shownPlace(one.at), told, last };
	}

	/** Channels that set out in this very tick are asked for where they should be by now. */
	async function arrivals(
		parts: readonly Part[],
		startMs: number,
	): Promise<readonly Part[]> {
		const leftMs = leftUntil(startMs + deadlineMs - spareMs);
		const heard = parts.flatMap(({ node, told }) =>
			"code" in told ? [] : [{ node, told }],
		);
		const named = channelsOf(heard.flatMap(({ told }) => told.readings));
		travelling.settle((name) => named.has(name), performance.now());
		const well = new Set(heard.map(({ node }) => node));
		const targets = expected(startMs).filter((one) => well.has(one));
		if (leftMs < deadlineMs / 4) return [];
		const again = await Promise.all(targets.map((one) => partOf(one, leftMs)));
		return again.flatMap(onlyNew);
	}

	/** `again`: what was heard of some nodes a second time, and is more. */
	function together(
		first: readonly Part[],
		again: readonly Part[],
		why: Trouble | null,
	): Snapshot {
		const parts = [...first, ...again];
		const silent = parts.flatMap(({ told }) => ("code" in told ? told : []));
		const [one] = silent;
		if (one && silent.length === parts.length) throw new TroubleError(one);
		const found = merged(
			parts,
			(node, channel) => nodes.owner(channel) === node,
		);
		tellers = found.tellers;
		const { snapshot } = found;
		const gone = new Set(snapshot.gone.map(({ channel }) => channel));
		const haveAllCome = travelling.settle(
			(name) => tellers.has(name) || gone.has(name),
			performance.now(),
		);
		const isKnown = (name: string) =>
			tellers.has(name) || travelling.all().has(name);
		for (const { told } of parts)
			if ("redirects" in told)
				passOn(told.redirects, isKnown, nodes, settings.nodes);
		// Subscribers may sit at copies as well, which nobody asks.
		const haveCopies = nodes.all().some(({ shard }) => shard.copies.length > 0);
		const aired = broadcastOf(
			first.flatMap(({ told }) => ("code" in told ? [] : told.broadcast)),
			silent.length === 0 && !haveCopies,
		);
		const isWhole = (table?.isWhole ?? false) && haveAllCome;
		return {
			...snapshot,
			readings: [...snapshot.readings, ...aired.readings],
			gone: [...snapshot.gone, ...aired.gone],
			complete: snapshot.complete && isWhole,
			troubles: onlyOnce([
				...(table?.troubles ?? []),
				...snapshot.troubles,
				...(why === null ? [] : [why]),
			]),
			version: [snapshot.version, `Cluster × ${nodes.all().length}`]
				.filter((it) => it !== null)
				.join(" · "),
		};
	}

	async function find({ channel }: Subscription) {
		const startMs = performance.now();
		await refreshWhenDue(startMs);
		const one = tellers.get(channel) ?? nodes.owner(channel);
		if (one === undefined)
			throw new TroubleError(trouble("partly unserved", channel));
		const leftMs = leftUntil(startMs + deadlineMs - spareMs);
		return { node: one.node, leftMs };
	}

	return {
		async read() {
			const startMs = performance.now();
			const why = await refreshWhenDue(startMs);
			expected(startMs);
			const withinMs = leftUntil(startMs + deadlineMs - spareMs);
			const all = nodes.all().map((one) => partOf(one, withinMs));
			const parts = await Promise.all(all);
			return together(parts, await arrivals(parts, startMs), why);
		},
		async look(subscription, page) {
			if (!isBroadcast(subscription.kind)) {
				const { node, leftMs } = await find(subscription);
				return node.look(subscription, page, leftMs);
			}
			const startMs = performance.now();
			await refreshWhenDue(startMs);
			const untilMs = startMs + deadlineMs - spareMs;
			return lookEverywhere(page, nodes.all(), ({ node }, all) =>
				node.look(subscription, all, leftUntil(untilMs)),
			);
		},
		cleanUps: cleanUpsAt(find),
		async close() {
			doors.close();
			nodes.close();
		},
	};
}
