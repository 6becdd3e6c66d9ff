// What does the server say about itself as a whole? Asked on a slow clock, and remembered in between.
import type { Redis } from "ioredis";
import type { Connections } from "#lib/core/connections.ts";
import type { OwnShare } from "#lib/core/own-share.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { ask } from "./ask.ts";
import { connectionsIn } from "./connections.ts";
import { evictedIn, findingsIn } from "./findings.ts";
import type { Server } from "./identity.ts";
import { type Books, booksOf, shareOf } from "./share.ts";
import { nothingSetUp, type Setup, setupIn } from "./standing.ts";
import { tallyOf } from "./tally.ts";

export const roundMs = 15_000;
const shareOverMs = 60_000;
/** Beside what each tick brings along. */
const sections = ["clients", "memory", "cpu", "commandstats"];

export type Round = {
	readonly findings: readonly Trouble[];
	readonly ownShare: OwnShare | null;
	readonly setup: Setup;
	readonly connections: Connections;
};

export type Rounds = ReturnType<typeof openRounds>;

export function openRounds() {
	let askedMs: number | null = null;
	let runId: string | null = null;
	let evicted: number | null = null;
	let books: readonly Books[] = [];
	let asked: Redis | null = null;
	let last: Round = {
		...{ findings: [], ownShare: null, setup: nothingSetUp },
		connections: connectionsIn(""),
	};

	return async (
		client: Redis,
		secret: string,
		server: Server,
	): Promise<Round> => {
		const { nowMs } = server;
		const isSame = client === asked && server.runId === runId;
		const isFresh =
			askedMs !== null && nowMs >= askedMs && nowMs - askedMs < roundMs;
		if (isSame && isFresh) return last;
		if (!isSame) [books, evicted] = [[], null];
		[askedMs, runId, asked] = [nowMs, server.runId, client];
		const { calls } = tallyOf(client);
		const answers = await ask(
			client,
			secret,
			sections.map((section) => ["info", section]),
		);
		const texts = answers.map(({ reply }) =>
			typeof reply === "string" ? reply : "",
		);
		const info = [...texts, server.said].join("\n");
		const nowEvicted = evictedIn(info);
		const since =
			nowEvicted === null || evicted === null ? null : nowEvicted - evicted;
		evicted = nowEvicted;
		const now = booksOf(info, nowMs, calls);
		if (now !== null)
			books = [...books.filter((it) => nowMs - it.atMs <= shareOverMs), now];
		const [oldest] = books;
		last = {
			findings: findingsIn(info, since),
			ownShare: now && oldest ? shareOf(oldest, now) : null,
			setup: setupIn(info, server),
			connections: connectionsIn(info),
		};
		return last;
	};
}
