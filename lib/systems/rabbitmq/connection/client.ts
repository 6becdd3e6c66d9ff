// How is the management asked? Over few connections that stay, of whichever configured node answers, and each question ends in time.
import { Agent } from "node:http";
import { Agent as EncryptedAgent } from "node:https";
import { type Trouble, type TroubleCode, trouble } from "#lib/core/trouble.ts";
import type { Address } from "../../address.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Configured } from "./configured.ts";
import { isUsual, unmanagedAt } from "./doorstep.ts";
import { type Answer, exchange, type Question } from "./exchange.ts";
import { type Door, doorsOf } from "./places.ts";
import { refusalOf, troubleOf } from "./trouble-of.ts";

export type { Answer, Question };

export type Client = {
	/**
	 * What it answers, whatever that is. Throws a TroubleError where nobody did until then, on the clock of
	 * `performance.now()`. What is more than a question is sent once, and to one node.
	 */
	ask(question: Question, untilMs: number): Promise<Answer>;
	/** The JSON at that path; throws a TroubleError where it is refused. */
	read(path: string, untilMs: number): Promise<unknown>;
	/** What was refused, in our words; null where it was not. */
	refusalOf(answer: Answer, path: string): Trouble | null;
	close(): void;
};

const connectionsMax = 4;
const refusedForMs = 30_000;

/** Another node may answer where this one does not. */
const ofThisNode: ReadonlySet<TroubleCode> = new Set([
	...(["unreachable", "no such host", "no answer"] as const),
	...(["not ready", "not managed"] as const),
]);

export function openClient(address: Address, configured: Configured): Client {
	const doors = doorsOf(address, configured);
	const secret = address.password?.reveal() ?? "";
	const signsIn = address.user !== null;
	const authorization = signsIn
		? `Basic ${Buffer.from(`${address.user}:${secret}`).toString("base64")}`
		: null;
	const keeping = { keepAlive: true, maxSockets: connectionsMax };
	const agents = {
		plain: new Agent(keeping),
		tls: new EncryptedAgent(keeping),
	};
	let isClosed = false;
	/** The one that answered last. */
	let first = 0;
	let refused: { readonly why: Trouble; readonly atMs: number } | null = null;

	async function askAt(
		door: Door,
		question: Question,
		untilMs: number,
	): Promise<Answer> {
		const agent = door.tls === null ? agents.plain : agents.tls;
		const withinMs = Math.max(1, Math.round(untilMs - performance.now()));
		try {
			return await exchange(door, question, { agent, authorization, withinMs });
		} catch (error) {
			if (error instanceof TroubleError) throw error;
			const why = isClosed
				? trouble("unreachable", "closed")
				: troubleOf(error, secret);
			if (why === null) throw error;
			const isShut = why.code === "unreachable" && !isClosed && isUsual(door);
			const leftMs = untilMs - performance.now();
			const found = isShut ? await unmanagedAt(door, leftMs) : null;
			throw new TroubleError(found ?? why);
		}
	}

	async function askAny(question: Question, untilMs: number): Promise<Answer> {
		const others = question.method === "GET" ? doors.length : 1;
		for (let turn = 0; ; turn++) {
			const at = (first + turn) % doors.length;
			const door = doors[at];
			if (door === undefined) throw new TroubleError(trouble("no such host"));
			const leftMs = untilMs - performance.now();
			try {
				const share = performance.now() + leftMs / (others - turn);
				const answer = await askAt(door, question, share);
				first = at;
				return answer;
			} catch (error) {
				if (turn + 1 >= others || !isOfThisNode(error)) throw error;
			}
		}
	}

	/** A password that is wrong is not tried with every tick: the server writes each try into its log. */
	async function ask(question: Question, untilMs: number): Promise<Answer> {
		if (isClosed) throw new TroubleError(trouble("unreachable", "closed"));
		if (refused !== null && performance.now() - refused.atMs < refusedForMs)
			throw new TroubleError(refused.why);
		const answer = await askAny(question, untilMs);
		const why = answer.code === 401 ? refusal(answer, question.path) : null;
		if (why?.code === "sign-in refused")
			refused = { why, atMs: performance.now() };
		return answer;
	}

	const refusal = (answer: Answer, path: string) =>
		refusalOf(answer, path, { secret, signsIn });

	return {
		ask,
		refusalOf: refusal,
		async read(path, untilMs) {
			const answer = await ask({ method: "GET", path }, untilMs);
			const why = refusal(answer, path);
			if (why !== null) throw new TroubleError(why);
			return answer.body;
		},
		close() {
			isClosed = true;
			agents.plain.destroy();
			agents.tls.destroy();
		},
	};
}

const isOfThisNode = (error: unknown): boolean =>
	error instanceof TroubleError && ofThisNode.has(error.trouble.code);
