// What is too much? Groups, members, bodies and connections, more of each than anybody has.
import { connect, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import type { Redis } from "ioredis";
import { eventually } from "#world/eventually.ts";
import { ask, type Board } from "../../e2e/visitor.ts";
import type { Place } from "./measured.ts";

export type Found = {
	readonly wrong: readonly string[];
	readonly said: string;
};

export type Case = {
	readonly called: string;
	/** What is at the broker before the product comes. */
	fill(client: Redis, share: number): Promise<void>;
	find(place: Place, share: number): Promise<Found>;
};

const chunk = 10_000;
const watchMs = 60_000;
const shownWithinMs = 120_000;
const longName = (n: number): string => `${n}-`.padEnd(200, "long-name-");
const groupsEach = 500;

async function inChunks(
	client: Redis,
	count: number,
	command: (n: number) => (string | number)[],
): Promise<void> {
	for (let from = 0; from < count; from += chunk)
		await client
			.pipeline(
				Array.from({ length: Math.min(chunk, count - from) }, (_, n) =>
					command(from + n),
				),
			)
			.exec();
}

const codesIn = ({ brokers: [chip] }: Board): readonly string[] =>
	[chip?.trouble, ...(chip?.parts ?? [])].flatMap((it) =>
		it ? [it.code] : [],
	);

const shown = (board: Board): string => {
	const { total } = board;
	const codes = codesIn(board);
	return `${total} rows, ${codes.length === 0 ? "nothing left out" : [...new Set(codes)].join(", ")}`;
};

const groups: Case = {
	called: "100,000 groups with names of 200 signs",
	async fill(client, share) {
		await inChunks(client, 100_000 * share, (n) => [
			...["xgroup", "create", `stream:${Math.floor(n / groupsEach)}`],
			...[longName(n), "$", "mkstream"],
		]);
	},
	async find({ visitor }, share) {
		await eventually(
			async () => ((await visitor.board()).total > 0 ? true : undefined),
			shownWithinMs,
			1000,
			// That it never was is said below.
		).catch(() => {});
		await after(watchMs);
		const last = await visitor.board();
		const isWhole = last.total === 100_000 * share;
		const isSaid = codesIn(last).includes("too much");
		return {
			wrong: [
				...(isWhole || isSaid ? [] : ["rows are left out, and nobody says so"]),
				...(last.total > 0 ? [] : ["no row is ever shown"]),
			],
			said: shown(last),
		};
	},
};

const members: Case = {
	called: "a million members in one group",
	async fill(client, share) {
		await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
		await inChunks(client, 1_000_000 * share, (n) => [
			...["xgroup", "createconsumer", "orders", "billing", `member-${n}`],
		]);
	},
	async find({ visitor }, share) {
		const board = await eventually(async () => {
			const it = await visitor.board();
			return it.rows.length > 0 ? it : undefined;
		}, 60_000);
		await after(watchMs);
		const [row] = board.rows;
		const registered = row?.members?.registered;
		return {
			wrong:
				registered === 1_000_000 * share
					? []
					: [`it says ${registered} members`],
			said: shown(board),
		};
	},
};

const bodies: Case = {
	called: "bodies of 10 MB, twenty at a time",
	fill: async () => {},
	async find({ visitor }, share) {
		const body = JSON.stringify({ verb: "x".repeat(10 * 1024 ** 2) });
		const codes = new Set<number>();
		for (let round = 0; round < 10 * share; round++) {
			const told = await Promise.allSettled(
				Array.from({ length: 20 }, () =>
					visitor.ask("/api/errands", {
						...{ verb: "POST", body },
						headers: {
							...{ "content-type": "application/json", "x-tidemark": "1" },
						},
					}),
				),
			);
			// Hung up on in the middle of it is an answer as well.
			for (const one of told)
				codes.add(one.status === "fulfilled" ? one.value.http : 0);
		}
		const isTaken = [...codes].some((code) => code >= 200 && code < 300);
		return {
			wrong: isTaken ? ["a body of 10 MB was taken"] : [],
			said: `answered ${[...codes].join(", ")}`,
		};
	},
};

const connections: Case = {
	called: "5,000 connections that say nothing",
	fill: async () => {},
	async find({ origin }, share) {
		const { hostname, port } = new URL(origin);
		const idle: Socket[] = [];
		let slowestMs = 0;
		try {
			for (let n = 0; n < 5_000 * share; n++) {
				const socket = connect({ host: hostname, port: Number(port) });
				socket.on("error", () => {});
				idle.push(socket);
				if (n % 100 === 99) await after(10);
			}
			for (let n = 0; n < 30; n++) {
				const startedMs = performance.now();
				const { http } = await ask({ origin }, "/api/health");
				slowestMs = Math.max(slowestMs, performance.now() - startedMs);
				if (http !== 200) return { wrong: [`answered ${http}`], said: "" };
				await after(1000);
			}
		} finally {
			for (const socket of idle) socket.destroy();
		}
		return {
			wrong: [],
			said: `others wait ${slowestMs.toFixed(0)} ms at most`,
		};
	},
};

export const cases: readonly Case[] = [groups, members, bodies, connections];
