// How is one server read, again and again? One tick after another on one connection, each within its deadline.
import { noBystanders } from "#lib/core/bystander.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import type { Connection, OpenOptions } from "../system.ts";
import { TroubleError } from "../trouble-error.ts";
import { ask } from "./connection/ask.ts";
import { type Configured, nothingConfigured } from "./connection/configured.ts";
import { askServer } from "./connection/identity.ts";
import { type Link, linkTo } from "./connection/link.ts";
import { openRounds, type Rounds } from "./connection/round.ts";
import { tallyOf } from "./connection/tally.ts";
import { troubleOf } from "./connection/trouble-of.ts";
import { openHoldingLooks } from "./looks/holding.ts";
import { lookAt } from "./looks/look.ts";
import { type MembersWatch, watchMembers } from "./members/watch.ts";
import { openStreams, type Streams } from "./streams/discovery.ts";
import { askFurther } from "./streams/further.ts";
import { hear } from "./streams/hear.ts";
import { type Lull, openLull } from "./streams/lull.ts";
import { readingsOf, vanishedFrom } from "./streams/readings.ts";

export function connectTo({
	address,
	settings = nothingConfigured,
	deadlineMs,
}: OpenOptions<Configured>): Connection {
	const link = linkTo(address, settings);
	const members = watchMembers(settings.members, Number(address.path || 0));
	const streams = openStreams(deadlineMs / 2);
	const rounds = openRounds();
	const lull = openLull();
	const holding = openHoldingLooks(async (commands) =>
		ask(await link.client(), link.secret, commands),
	);
	let ticks = 0;
	let running: Promise<unknown> = Promise.resolve();

	return {
		read: () =>
			within(link, deadlineMs, async (signal) => {
				// A tick that was given up still owns what is remembered, until its commands have failed.
				const before = running;
				const mine = before.then(() => {
					signal.throwIfAborted();
					return tick({ link, streams, members, rounds, lull }, ticks++);
				});
				running = mine.catch(() => undefined);
				return mine;
			}),
		look: (subscription, page) =>
			within(link, deadlineMs, async () =>
				page.part === "pending" || page.part === "survey"
					? holding.look(subscription, page)
					: lookAt(
							await link.client(),
							link.secret,
							members,
							subscription,
							page,
						),
			),
		async close() {
			streams.close();
			holding.close();
			link.close();
		},
	};
}

/** Each remembers what it needs from one tick to the next. */
type Parts = {
	readonly link: Link;
	readonly streams: Streams;
	readonly members: MembersWatch;
	readonly rounds: Rounds;
	readonly lull: Lull;
};

async function tick(
	{ link, streams, members, rounds, lull }: Parts,
	number: number,
): Promise<Snapshot> {
	const client = await link.client();
	const server = await askServer(client, link.secret);
	await streams.discover(client, link.secret, server);
	const round = await rounds(client, link.secret, server);
	const complete = streams.areAllKnown();
	// Without a version the count that may drift is the safe guess.
	const trust = server.version?.lagTrust ?? "drifts";
	const heard = await lull.hear({
		...{ streams, server, nowMs: performance.now() },
		hear: () => hear(client, link.secret, streams, trust),
	});
	const moment = {
		...{ nowMs: server.nowMs, tick: number, trust },
		stillSinceMs: lull.sinceMs(),
	};
	const groups = await askFurther(client, link.secret, heard, moment);
	await members.tick(client, link.secret, server, heard, groups);
	const shared = {
		...{ atMs: Date.now(), serverMs: server.nowMs },
		families: streams.families(),
		told: members.told,
	};
	return {
		readings: heard.flatMap((it, i) => readingsOf(it, groups[i] ?? [], shared)),
		complete,
		gone: [...streams.takeGone(), ...heard.flatMap(vanishedFrom)],
		troubles: [
			...(server.isCluster ? [trouble("one node only")] : []),
			...round.findings,
			...tallyOf(client).refused.values(),
		],
		version: server.version?.shown ?? null,
		// A group lies inside its stream here: there is none without a position.
		bystanders: noBystanders,
		ownShare: round.ownShare,
	};
}

/** Every way to fail ends here: in a trouble with nothing secret in it, or in a bug's own error. */
async function within<T>(
	link: Link,
	deadlineMs: number,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const late = new AbortController();
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		const detail = `no answer within ${deadlineMs} ms`;
		const reason = link.trouble() ?? trouble("no answer", detail);
		reject(new TroubleError(reason));
		late.abort();
	}, deadlineMs);
	try {
		return await Promise.race([work(late.signal), promise]);
	} catch (error) {
		const found =
			error instanceof TroubleError
				? error.trouble
				: troubleOf(error, link.secret);
		if (found === null) throw error;
		// "Not writeable" only says that it broke; the link knows why.
		const cause = found.code === "unreachable" ? link.trouble() : null;
		throw new TroubleError(cause ?? found);
	} finally {
		clearTimeout(timer);
	}
}
