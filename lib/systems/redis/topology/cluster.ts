// How is a cluster read? Each node by its own ticks, all at once, and where its slots lie is asked again when they move.
import type { Snapshot } from "#lib/core/reading.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Connection, OpenOptions } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { lookEverywhere } from "../broadcast/look.ts";
import { isBroadcast } from "../broadcast/readings.ts";
import { together as broadcastOf } from "../broadcast/told.ts";
import { ask } from "../connection/ask.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { openDoors, troubleIn } from "./doors.ts";
import { merged, type NodePart, onlyOnce } from "./merged.ts";
import type { NodeSnapshot } from "./node.ts";
import { type ClusterNode, isAt, openClusterNodes } from "./nodes.ts";
import { placeIn, reached, shownPlace } from "./place.ts";
import { type Table, tableOf } from "./table.ts";
import { openTravelling, type Traveller } from "./travelling.ts";

const askedEveryMs = 60_000;
/** What is left of a deadline to put together what was heard. */
const spareMs = 100;

type Part = NodePart<ClusterNode> & { readonly told: NodeSnapshot | Trouble };

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
		const fresh = await doors.first(untilMs, async (client, link, at) => {
			const [answer] = await ask(client, link.secret, [["cluster", "SLOTS"]]);
			const error = answer?.error ?? null;
			if (error && /cluster support disabled/.test(error.message))
				throw new TroubleError(trouble("no cluster"));
			if (error) throw error;
			const found = tableOf(answer?.reply, at, settings.nodes);
			if (found) return found;
			throw new TroubleError(trouble("not understood", "CLUSTER SLOTS"));
		});
		const nowMs = performance.now();
		const left = nodes.settle(fresh.shards);
		doors.settle(fresh.shards.map(({ place }) => place));
		const moved = left.map((name) => ({ name, place: "", isAsk: false }));
		travelling.leave(moved, nowMs);
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

	/** Whom to ask for a channel that is under way. */
	function heading(name: string, { place, isAsk }: Traveller) {
		const told = isAsk ? placeIn(place) : null;
		const there = told && reached(told, settings.nodes);
		if (!there || !("at" in there)) return nodes.owner(name);
		return nodes.all().find(({ shard }) => isAt(shard.place, there.at));
	}

	async function partOf(one: ClusterNode, withinMs: number): Promise<Part> {
		const told = await one.node.read(withinMs).catch((error) => {
			const why = troubleIn(error);
			if (why === null) throw error;
			return why;
		});
		one.hasFailed = "code" in told;
		return { node: one, place: shownPlace(one.at), told };
	}

	function together(parts: readonly Part[], why: Trouble | null): Snapshot {
		const nowMs = performance.now();
		const silent = parts.flatMap(({ told }) => ("code" in told ? told : []));
		isStale = silent.length > 0;
		const [first] = silent;
		if (first && silent.length === parts.length) throw new TroubleError(first);
		for (const { node, told } of parts) {
			if ("code" in told) continue;
			node.channels = [...new Set(told.readings.map((it) => it.channel))];
			travelling.leave(told.redirects, nowMs);
			isStale ||= told.redirects.some(({ isAsk }) => !isAsk);
		}
		const found = merged(
			parts,
			(node, channel) => nodes.owner(channel) === node,
		);
		tellers = found.tellers;
		const { snapshot } = found;
		const deleted = new Set(
			snapshot.gone
				.filter(({ why }) => why === "channel deleted")
				.map(({ channel }) => channel),
		);
		const haveAllCome = travelling.settle(
			(name) => tellers.has(name) || deleted.has(name),
			nowMs,
		);
		const aired = broadcastOf(
			parts.flatMap(({ told }) => ("code" in told ? [] : told.broadcast)),
			silent.length === 0,
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
			version: [snapshot.version, `Cluster × ${parts.length}`]
				.filter((it) => it !== null)
				.join(" · "),
		};
	}

	return {
		async read() {
			const startMs = performance.now();
			const why = await refreshWhenDue(startMs);
			for (const [name, traveller] of travelling.all()) {
				const { isAsk: isArriving } = traveller;
				heading(name, traveller)?.node.expect([{ name, isArriving }]);
			}
			const leftMs = startMs + deadlineMs - spareMs - performance.now();
			const withinMs = Math.max(1, Math.round(leftMs));
			const all = nodes.all().map((one) => partOf(one, withinMs));
			return together(await Promise.all(all), why);
		},
		async look(subscription, page) {
			const startMs = performance.now();
			await refreshWhenDue(startMs);
			const leftNowMs = () =>
				Math.max(
					1,
					Math.round(startMs + deadlineMs - spareMs - performance.now()),
				);
			if (isBroadcast(subscription.kind))
				return lookEverywhere(page, nodes.all(), ({ node }, all) =>
					node.look(subscription, all, leftNowMs()),
				);
			const { channel } = subscription;
			const one = tellers.get(channel) ?? nodes.owner(channel);
			if (one === undefined)
				throw new TroubleError(trouble("partly unserved", channel));
			return one.node.look(subscription, page, leftNowMs());
		},
		async close() {
			doors.close();
			nodes.close();
		},
	};
}
