// How are all lists of one server read in a tick? Found by their layouts, asked together, and told.
import type { Redis } from "ioredis";
import { exactly } from "#lib/core/amount.ts";
import type { Look } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { familiesOf } from "../../family.ts";
import type { LookPage } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { type Answer, ask } from "../connection/ask.ts";
import type { ClientLists } from "../connection/client-list.ts";
import { msOf } from "../connection/identity.ts";
import { isMoved, troubleOf } from "../connection/trouble-of.ts";
import type { Sweeps } from "../keys/sweeps.ts";
import type { Moment, Part, Told } from "../part.ts";
import { openLull } from "../streams/lull.ts";
import { openBullMq } from "./bullmq.ts";
import { openCelery } from "./celery.ts";
import { nothingOfLists } from "./configured.ts";
import { openKnownLists } from "./discovery.ts";
import {
	type Asking,
	type Heard,
	type Layout,
	type List,
	nothingHeard,
} from "./layout.ts";
import { lookIn } from "./look.ts";
import { openPlain } from "./plain.ts";
import { readingOf } from "./readings.ts";
import { openRq } from "./rq.ts";

export type HeardList = {
	readonly memory: List;
	readonly heard: Heard;
	readonly trouble: Trouble | null;
	/** Another server of its cluster has it, and tells of it. */
	readonly isElsewhere: boolean;
	readonly untilMs: number;
};

export type Lists = Part & {
	look(
		client: Redis,
		secret: string,
		subscription: Subscription,
		page: LookPage,
	): Promise<Look>;
	/** As it is remembered from one tick to the next. */
	known(name: string): List | undefined;
	/** A stream that belongs to one of the lists, and is no backlog of its own. */
	isOwn(stream: string): boolean;
};

const askingOf =
	(client: Redis, secret: string): Asking =>
	(commands) =>
		commands.length === 0 ? Promise.resolve([]) : ask(client, secret, commands);

export function openLists(
	sweeps: Sweeps,
	clients: ClientLists,
	configured = nothingOfLists,
): Lists {
	const bullMq = openBullMq(configured);
	const layouts: readonly Layout[] = [
		bullMq,
		openCelery(configured),
		openRq(configured),
		openPlain(configured),
	];
	const lists = openKnownLists(sweeps, layouts, askingOf);
	const lull = openLull<HeardList>((it) => it);

	async function tick(moment: Moment): Promise<Told> {
		const { client, secret, server } = moment;
		const areAllKnown = sweeps.areAllKnown();
		const asking = askingOf(client, secret);
		const { nowMs } = server;
		await lists.find(asking, nowMs);
		const connected = bullMq.isAny() ? await clients.inTick(moment) : null;
		if (connected !== null) bullMq.hearClients(connected.text);
		const heard = await lull.hear({
			...{ channels: lists, server, nowMs: performance.now() },
			hear: () => hear([...lists.known.values()], asking, secret, nowMs),
		});
		const families = familiesOf(lists.known.keys());
		const shared = { atMs: Date.now(), nowMs, families };
		return {
			readings: heard
				.filter(({ isElsewhere }) => !isElsewhere)
				.map(({ memory, heard, trouble }) =>
					readingOf(memory.name, withConnected(memory, heard), trouble, shared),
				),
			gone: lists.takeGone(),
			areAllKnown: areAllKnown && lists.areAll(),
			trouble: lists.trouble(),
		};
	}

	async function look(
		client: Redis,
		secret: string,
		{ channel }: Subscription,
		page: LookPage,
	): Promise<Look> {
		const list = lists.known.get(channel);
		if (list === undefined) throw new Problem("not found", "subscription gone");
		const [time, connections] = await ask(client, secret, [
			["time"],
			...(list.connected === undefined
				? []
				: [["client", "list"] as [string, string]]),
		]);
		if (typeof connections?.reply === "string")
			bullMq.seeClients(connections.reply);
		const nowMs = msOf(time) ?? Date.now();
		const [now] = await hear([list], askingOf(client, secret), secret, nowMs);
		if (now === undefined || now.trouble !== null)
			throw new TroubleError(now?.trouble ?? trouble("not understood"));
		return lookIn(withConnected(list, now.heard), page, nowMs);
	}

	const known = (name: string) => lists.known.get(name);
	return { tick, close() {}, look, known, isOwn: bullMq.isEvents };
}

/** Connections come and go without a write, so they are not remembered with the rest. */
function withConnected({ connected }: List, heard: Heard): Heard {
	const workers = connected?.() ?? null;
	if (workers === null) return heard;
	const { length } = workers;
	const members = { registered: length, live: exactly(length), dead: 0 };
	return { ...heard, workers, members: { ...members, stuck: 0, unknown: 0 } };
}

/** All lists in two rounds of questions. */
export async function hear(
	lists: readonly List[],
	asking: Asking,
	secret: string,
	nowMs: number,
): Promise<HeardList[]> {
	const inquiries = lists.map((list) => list.inquire(nowMs));
	const answers = shared(
		await asking(inquiries.flatMap(({ commands }) => commands)),
		inquiries.map(({ commands }) => commands.length),
	);
	const furtherOf = inquiries.map((it, i) => it.further(answers[i] ?? []));
	const further = shared(
		await asking(furtherOf.flat()),
		furtherOf.map(({ length }) => length),
	);
	return lists.map((memory, i) => {
		const mine = answers[i] ?? [];
		const refusal = refusedIn(mine, secret);
		const heard =
			refusal === null
				? inquiries[i]?.hear(mine, further[i] ?? [])
				: nothingHeard;
		return {
			...{ memory, trouble: refusal },
			isElsewhere: mine[0]?.error ? isMoved(mine[0].error) : false,
			heard: heard ?? nothingHeard,
			untilMs: heard?.untilMs ?? nothingHeard.untilMs,
		};
	});
}

/** To each as many as it asked for. */
function shared(
	answers: readonly Answer[],
	counts: readonly number[],
): Answer[][] {
	let next = 0;
	return counts.map((count) => {
		next += count;
		return answers.slice(next - count, next);
	});
}

/** The first question is the one without whose answer nothing is known. */
function refusedIn(answers: readonly Answer[], secret: string): Trouble | null {
	const error = answers[0]?.error ?? null;
	if (error === null) return null;
	return troubleOf(error, secret) ?? trouble("not understood");
}
