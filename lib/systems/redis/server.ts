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
import { openSweeps, type Sweeps } from "./keys/sweeps.ts";
import { openHoldingLooks } from "./looks/holding.ts";
import { lookAt } from "./looks/look.ts";
import { watchMembers } from "./members/watch.ts";
import type { Part, Told } from "./part.ts";
import { openStreams } from "./streams/streams.ts";

export function connectTo({
	address,
	settings = nothingConfigured,
	deadlineMs,
}: OpenOptions<Configured>): Connection {
	const link = linkTo(address, settings);
	const members = watchMembers(settings.members, Number(address.path || 0));
	const sweeps = openSweeps(deadlineMs / 2);
	const parts: readonly Part[] = [openStreams(members, sweeps)];
	const rounds = openRounds();
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
					return tick({ link, rounds, sweeps, parts }, ticks++);
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
			sweeps.close();
			for (const part of parts) part.close();
			holding.close();
			link.close();
		},
	};
}

/** Each remembers what it needs from one tick to the next. */
type Parts = {
	readonly link: Link;
	readonly rounds: Rounds;
	readonly sweeps: Sweeps;
	readonly parts: readonly Part[];
};

async function tick(
	{ link, rounds, sweeps, parts }: Parts,
	number: number,
): Promise<Snapshot> {
	const client = await link.client();
	const { secret } = link;
	const server = await askServer(client, secret);
	const round = await rounds(client, secret, server);
	await sweeps.tick(client, secret, server);
	const told: Told[] = [];
	// One after another: together they would ask in pipelines longer than their timeouts.
	for (const part of parts)
		told.push(await part.tick({ client, secret, server, number }));
	return {
		readings: told.flatMap((it) => it.readings),
		complete: told.every((it) => it.areAllKnown),
		gone: told.flatMap((it) => it.gone),
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
