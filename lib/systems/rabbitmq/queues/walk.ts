// How are all queues read, page by page, in the time there is? What is left over is read first the next time.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Client } from "../connection/client.ts";
import { countIn, listIn } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { columns, type QueueReply, queueIn } from "./replies.ts";

export type Walked = {
	readonly queues: readonly QueueReply[];
	/** Whether every page was heard since this was last so: in this tick, or in several. */
	readonly isRound: boolean;
	/** Whether none came or went meanwhile: then another may have slipped from one page to the next. */
	readonly isSteady: boolean;
	/** Why some are never read. */
	readonly trouble: Trouble | null;
};

/** Larger pages take more than their share: measured on 3.10 with 6,000 queues. Where one is too slow, the next ones are smaller. */
const pageLargest = 500;
const pageLeast = 50;
const pagesAtOnce = 2;
const queuesMax = 50_000;

type Page = {
	readonly queues: readonly QueueReply[];
	readonly total: number;
};

export type Walk = (untilMs: number) => Promise<Walked>;

export function openWalk(client: Client, virtualHost: string | null): Walk {
	let total = 0;
	let round = newRound(pageLargest);

	return async (untilMs) => {
		const queues: QueueReply[] = [];
		let slowestMs = 0;
		async function hear(page: number): Promise<void> {
			const askedMs = performance.now();
			const { size } = round;
			const asked = { page, page_size: size, columns };
			const found = await pageAt(client, virtualHost, asked, untilMs);
			slowestMs = Math.max(slowestMs, performance.now() - askedMs);
			// Where there are no longer so many, the first page tells how many there are.
			if (found === null) round.isSteady = false;
			else note(round, found);
			total = found?.total ?? Math.min(total, (page - 1) * size);
			round.heard.add(page);
			queues.push(...(found?.queues ?? []));
		}
		async function others(): Promise<void> {
			for (let page = take(round, total); page !== null; ) {
				if (untilMs - performance.now() < slowestMs) return;
				await hear(page);
				page = take(round, total);
			}
		}
		round.taken.clear();
		await hear(take(round, total) ?? 1).catch((error: unknown) => {
			const size = Math.max(pageLeast, Math.floor(round.size / 2));
			if (isLate(error) && size < round.size) round = newRound(size);
			throw error;
		});
		await Promise.all(
			Array.from({ length: pagesAtOnce }, () =>
				others().catch((error: unknown) => {
					// What one page was too slow for, the others have told.
					if (!isLate(error)) throw error;
				}),
			),
		);
		const { isSteady } = round;
		const isRound = pagesIn(round, total).every((it) => round.heard.has(it));
		if (isRound) round = newRound(round.size);
		return { queues, isRound, isSteady, trouble: tooMuch(total) };
	};
}

type Round = {
	/** Of its pages. */
	readonly size: number;
	readonly heard: Set<number>;
	/** In this tick. */
	readonly taken: Set<number>;
	total: number | null;
	isSteady: boolean;
};

const newRound = (size: number): Round => ({
	...{ size, heard: new Set<number>(), taken: new Set<number>() },
	...{ total: null, isSteady: true },
});

function note(round: Round, { total }: Page): void {
	if (round.total !== null && round.total !== total) round.isSteady = false;
	round.total = total;
}

function take(round: Round, total: number): number | null {
	const { heard, taken } = round;
	const page = pagesIn(round, total).find(
		(it) => !heard.has(it) && !taken.has(it),
	);
	if (page === undefined) return null;
	taken.add(page);
	return page;
}

function pagesIn({ size }: Round, total: number): readonly number[] {
	const read = Math.min(total, queuesMax);
	const length = Math.max(1, Math.ceil(read / size));
	return Array.from({ length }, (_, i) => i + 1);
}

function tooMuch(total: number): Trouble | null {
	return total > queuesMax
		? trouble("too much", `${total} queues, of which ${queuesMax} are read`)
		: null;
}

/** Null where there are no longer so many. */
async function pageAt(
	client: Client,
	virtualHost: string | null,
	question: {
		readonly page: number;
		readonly page_size: number;
		readonly columns: string;
	},
	untilMs: number,
): Promise<Page | null> {
	const path = pathOf("queues", ...(virtualHost === null ? [] : [virtualHost]));
	const asked = asking(path, question);
	const answer = await client.ask({ method: "GET", path: asked }, untilMs);
	if (answer.code === 400 && question.page > 1) return null;
	const why =
		answer.code === 404 && virtualHost !== null
			? trouble("no such virtual host", virtualHost)
			: client.refusalOf(answer, path);
	if (why !== null) throw new TroubleError(why);
	const items = listIn(answer.body, "items");
	return {
		queues: items.map(queueIn).filter((it) => it !== null),
		total: countIn(answer.body, "total_count") ?? items.length,
	};
}

const isLate = (error: unknown): boolean =>
	error instanceof TroubleError && error.trouble.code === "no answer";
