// How are all queues read, page by page, in the time there is? What is left over is read first the next time.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Client } from "../connection/client.ts";
import { countIn, listIn } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { columns, type QueueReply, queueIn } from "./replies.ts";

export type Walked = {
	readonly queues: readonly QueueReply[];
	/** Whether there is no other. */
	readonly isAll: boolean;
	/** Why some are missing, where that is not for lack of time. */
	readonly trouble: Trouble | null;
};

export type Walk = (untilMs: number) => Promise<Walked>;

/** Larger ones take more than their share: measured on 3.10 with 6,000 queues. */
const pageSize = 500;
const pagesAtOnce = 2;
const queuesMax = 50_000;

type Page = {
	readonly queues: readonly QueueReply[];
	readonly total: number;
	readonly pages: number;
};

export function openWalk(client: Client, virtualHost: string | null): Walk {
	const path = pathOf("queues", ...(virtualHost === null ? [] : [virtualHost]));
	let next = 1;

	/** Null where there are no longer so many. */
	async function pageAt(page: number, untilMs: number): Promise<Page | null> {
		const asked = asking(path, { page, page_size: pageSize, columns });
		const answer = await client.ask({ method: "GET", path: asked }, untilMs);
		if (answer.code === 400 && page > 1) return null;
		const why =
			answer.code === 404 && virtualHost !== null
				? trouble("no such virtual host", virtualHost)
				: client.refusalOf(answer, path);
		if (why !== null) throw new TroubleError(why);
		const { body } = answer;
		const items = listIn(body, "items");
		return {
			queues: items.map(queueIn).filter((it) => it !== null),
			total: countIn(body, "total_count") ?? items.length,
			pages: Math.max(1, countIn(body, "page_count") ?? 1),
		};
	}

	return async (untilMs) => {
		const first =
			(await pageAt(next, untilMs)) ?? (await restarted(pageAt, untilMs));
		const pages = Math.min(first.pages, Math.ceil(queuesMax / pageSize));
		const start = next > pages ? 1 : next;
		const heard: Page[] = [first];
		let [turn, slowestMs, isWhole] = [1, 0, true];
		async function others(): Promise<void> {
			while (turn < pages) {
				if (untilMs - performance.now() < slowestMs) return;
				const page = ((start - 1 + turn++) % pages) + 1;
				const askedMs = performance.now();
				const found = await pageAt(page, untilMs).catch(orLate);
				if (found === null) isWhole = false;
				else heard.push(found);
				slowestMs = Math.max(slowestMs, performance.now() - askedMs);
			}
		}
		await Promise.all(Array.from({ length: pagesAtOnce }, others));
		next = ((start - 1 + heard.length) % pages) + 1;
		const isTooMuch = pages < first.pages;
		return {
			queues: heard.flatMap(({ queues }) => queues),
			// Where one came or went meanwhile, another may have slipped from one page to the next.
			isAll:
				isWhole &&
				!isTooMuch &&
				heard.length === pages &&
				heard.every(({ total }) => total === first.total),
			trouble: isTooMuch
				? trouble("too much", `${first.total} queues, ${queuesMax} are read`)
				: null,
		};
	};
}

async function restarted(
	pageAt: (page: number, untilMs: number) => Promise<Page | null>,
	untilMs: number,
): Promise<Page> {
	const page = await pageAt(1, untilMs);
	if (page === null) throw new TroubleError(trouble("not understood"));
	return page;
}

/** What one page was too slow for the others have told. */
function orLate(error: unknown): null {
	if (error instanceof TroubleError && error.trouble.code === "no answer")
		return null;
	throw error;
}
