// How is one server read, again and again? One tick after another on one connection, each within its deadline.
import type { Redis } from "ioredis";
import { noBystanders } from "#lib/core/bystander.ts";
import type { Look } from "#lib/core/look.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { Address } from "../../address.ts";
import type { LookPage } from "../../system.ts";
import { type BroadcastTold, openBroadcast } from "../broadcast/part.ts";
import { isBroadcast } from "../broadcast/readings.ts";
import { together } from "../broadcast/told.ts";
import { type NodeCleanUps, openCleanUps } from "../clean-ups/open.ts";
import { ask } from "../connection/ask.ts";
import { openClientLists } from "../connection/client-list.ts";
import type { Configured } from "../connection/configured.ts";
import { askServer, type Server } from "../connection/identity.ts";
import { type LinkOptions, linkTo } from "../connection/link.ts";
import { type Redirect, redirectsOf } from "../connection/redirects.ts";
import { openRounds } from "../connection/round.ts";
import { shortOf, standingOf } from "../connection/standing.ts";
import { tallyOf } from "../connection/tally.ts";
import { within } from "../connection/within.ts";
import { openSweeps } from "../keys/sweeps.ts";
import { openLists } from "../lists/lists.ts";
import { listKind } from "../lists/readings.ts";
import { openHoldingLooks } from "../looks/holding.ts";
import { lookAt } from "../looks/look.ts";
import { shortestPatienceMs } from "../members/configured.ts";
import { watchMembers } from "../members/watch.ts";
import type { Part, Told } from "../part.ts";
import { openStreams } from "../streams/streams.ts";
import { asOld, isWanted } from "./copy.ts";

export type Node = {
	read(deadlineMs: number): Promise<NodeSnapshot>;
	look(
		subscription: Subscription,
		page: LookPage,
		deadlineMs: number,
	): Promise<Look>;
	readonly cleanUps: NodeCleanUps;
	/** What is remembered stays, and is compared with what the new server says. */
	turnTo(address: Address): void;
	/** Channels that another server sent us here for, whether this one says so itself or not. */
	expect(channels: readonly Expected[]): void;
	close(): void;
};

export type Expected = {
	readonly name: string;
	/** It is only arriving: the server answers about it when asked as one who knows that. */
	readonly isArriving: boolean;
	/** Another node told of it until now: if it is of a kind that cannot be expected, the next walk finds it. */
	readonly wasTold: boolean;
};

export type NodeSnapshot = Snapshot & {
	/** Where it sent us for what it no longer has. */
	readonly redirects: readonly Redirect[];
	/** Of channels that lie on no one node. */
	readonly broadcast: BroadcastTold;
};

export type NodeOptions = {
	readonly address: Address;
	readonly settings: Configured;
	/** How much of the first tick may go into finding channels. */
	readonly firstMs: number;
	readonly link?: LinkOptions;
	/** Of a cluster: what is heard on all its nodes is put together there, and is not among the readings of one. */
	readonly isOneOfMany?: true;
	/** Told who answers before anything else is asked; what it throws ends the tick, what it returns is told. */
	meet?(server: Server, client: Redis): Promise<readonly Trouble[]>;
};

export function openNode(options: NodeOptions): Node {
	const { settings, firstMs, meet = async () => [] } = options;
	let { address } = options;
	let link = linkTo(address, settings, options.link);
	const clients = openClientLists(shortestPatienceMs(settings.members));
	const database = Number(address.path || 0);
	const members = watchMembers(settings.members, database, clients);
	const broadcast = openBroadcast(settings.channels, clients);
	// Each reads one kind of channel, and remembers what it needs from one tick to the next.
	const sweeps = openSweeps(firstMs);
	// Before the streams, some of which belong to lists.
	const lists = openLists(sweeps, clients, settings.lists);
	const parts: readonly Part[] = [
		lists,
		openStreams(members, sweeps, lists.isOwn),
	];
	const rounds = openRounds();
	const holding = openHoldingLooks(async (commands) =>
		ask(await link.client(), link.secret, commands),
	);
	const cleanUps = openCleanUps({
		...{ address: () => address, settings, watch: members },
		...{ listOf: lists.known, isCluster: options.isOneOfMany ?? false },
	});
	let expected: readonly Expected[] = [];
	let ticks = 0;
	let running: Promise<unknown> = Promise.resolve();

	function meetExpected(client: Redis): void {
		const { arriving } = redirectsOf(client);
		for (const { name, isArriving } of expected)
			if (isArriving) arriving.add(name);
			else arriving.delete(name);
		const names = expected.map(({ name }) => name);
		if (expected.some(({ wasTold }) => wasTold)) sweeps.distrust();
		expected = [];
		for (const part of parts) part.expect?.(names);
	}

	async function tick(number: number): Promise<NodeSnapshot> {
		const client = await link.client();
		const { secret } = link;
		meetExpected(client);
		const server = await askServer(client, secret);
		const met = await meet(server, client);
		const round = await rounds(client, secret, server);
		await sweeps.tick(client, secret, server);
		const moment = { client, secret, server, number };
		const told: Told[] = [];
		// One after another: together they would ask in pipelines longer than their timeouts.
		for (const part of parts) told.push(await part.tick(moment));
		const aired = await broadcast.tick(moment);
		const own = options.isOneOfMany ? null : together([aired], !server.isCopy);
		const expiring = told.reduce((sum, it) => sum + (it.expiring ?? 0), 0);
		const short = shortOf(round.setup, expiring, round.findings);
		const { told: sentAway } = redirectsOf(client);
		const redirects = [...sentAway.values()];
		sentAway.clear();
		return {
			readings: asOld(
				[...told.flatMap((it) => it.readings), ...(own?.readings ?? [])],
				server,
			),
			complete: told.every((it) => it.areAllKnown),
			gone: [...told.flatMap((it) => it.gone), ...(own?.gone ?? [])],
			troubles: [
				...met,
				...(short === null ? [] : [short]),
				...round.findings.filter((it) => !isWanted(it, settings)),
				...told.flatMap((it) => it.trouble ?? []),
				...tallyOf(client).refused.values(),
				...aired.troubles,
			],
			version: server.version?.shown ?? null,
			// A group lies inside its stream here: there is none without a position.
			bystanders: noBystanders,
			...{ ownShare: round.ownShare, connections: round.connections },
			standing: standingOf(round.setup, expiring),
			redirects,
			broadcast: aired,
		};
	}

	return {
		cleanUps,
		read: (deadlineMs) =>
			within(link, deadlineMs, async (signal) => {
				// A tick that was given up still owns what is remembered, until its commands have failed.
				const before = running;
				const mine = before.then(() => {
					signal.throwIfAborted();
					return tick(ticks++);
				});
				running = mine.catch(() => undefined);
				return mine;
			}),
		look: (subscription, page, deadlineMs) =>
			within(link, deadlineMs, async () => {
				if (page.part === "pending" || page.part === "survey")
					return holding.look(subscription, page);
				const client = await link.client();
				if (subscription.kind === listKind)
					return lists.look(client, link.secret, subscription, page);
				return isBroadcast(subscription.kind)
					? broadcast.look(client, link.secret, subscription, page)
					: lookAt(client, link.secret, members, subscription, page);
			}),
		turnTo(to) {
			const old = link;
			address = to;
			link = linkTo(to, settings, options.link);
			old.close();
		},
		expect(channels) {
			expected = [...expected, ...channels];
		},
		close() {
			sweeps.close();
			for (const part of parts) part.close();
			holding.close();
			link.close();
		},
	};
}
