// Who sends, takes, finishes, fails, gives back and dies while a list is cleaned up, and what of it may never be lost or doubled?
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { Random } from "#world/random.ts";
import { valuesOf } from "./cleaning-lists.ts";

/** `isAlike`: many messages say the same. */
export function openListWorld(
	client: Redis,
	key: string,
	random: Random,
	isAlike: boolean,
) {
	const shared = `${key}:processing`;
	const lists = [
		shared,
		...["w1", "w2"].map((it) => `${key}:${it}:processing`),
	];
	const failed = `${key}:failed`;
	const sent = new Map<string, number>();
	const finished = new Map<string, number>();
	/** Into which list each was taken last, and in which turn. */
	const taken = new Map<string, { list: string; turn: number }>();
	const log: string[] = [];
	let made = 0;
	let turn = 0;
	const below = (n: number) => Math.floor(random() * n);
	const pick = <T>(all: readonly T[]): T => {
		const one = all[below(all.length)];
		if (one === undefined) throw new Error("nothing to choose from");
		return one;
	};
	const count = (all: Map<string, number>, value: string) =>
		all.set(value, (all.get(value) ?? 0) + 1);

	async function send(many: number) {
		const values = Array.from({ length: many }, () =>
			isAlike ? `job ${below(4)}` : `job ${made++}`,
		);
		for (const value of values) count(sent, value);
		await client.lpush(key, ...values);
	}

	async function take(list: string, many: number) {
		for (let i = 0; i < many; i++) {
			const value = await client.lmove(key, list, "RIGHT", "LEFT");
			if (value !== null) taken.set(value, { list, turn: turn++ });
		}
	}

	const anyOf = async (list: string) => {
		const values = await valuesOf(client, list);
		return values.length === 0 ? null : pick(values);
	};

	const deeds = {
		send: () => send(1 + below(4)),
		take: () => take(pick(lists), 1 + below(3)),
		async finish() {
			const list = pick(lists);
			const value = await anyOf(list);
			if (value !== null && (await client.lrem(list, -1, value)) === 1)
				count(finished, value);
		},
		async fail() {
			const list = pick(lists);
			const value = await anyOf(list);
			if (value === null) return;
			await client.multi().lrem(list, -1, value).lpush(failed, value).exec();
		},
		async "give back"() {
			const list = pick(lists);
			const value = await anyOf(list);
			if (value === null) return;
			taken.delete(value);
			await client.multi().lrem(list, -1, value).rpush(key, value).exec();
		},
		async discard() {
			const value = await client.rpop(failed);
			if (value !== null) count(finished, value);
		},
	};
	const often: readonly (keyof typeof deeds)[] = [
		...(["send", "take", "take", "finish", "finish"] as const),
		...(["fail", "give back", "discard"] as const),
	];

	return {
		...{ key, lists, failed, log, below },
		async begin() {
			await send(60 + below(300));
			for (const list of lists) await take(list, below(140));
			for (let i = below(5); i > 0; i--) await deeds.fail();
		},
		async live(deedsMax: number) {
			for (let i = below(deedsMax + 1); i > 0; i--) {
				const name = pick(often);
				log.push(name);
				await deeds[name]();
			}
		},
		/** What was sent and neither finished nor anywhere, or is there once too often. */
		async wrong(): Promise<string[]> {
			const there = new Map<string, number>();
			for (const list of [key, failed, ...lists])
				for (const value of await valuesOf(client, list)) count(there, value);
			return [...sent].flatMap(([value, n]) => {
				const is = (there.get(value) ?? 0) + (finished.get(value) ?? 0);
				return is === n ? [] : [`${value}: ${is} of ${n}`];
			});
		},
		/** Of those that went back from each list, in the order in which they are served: whoever was taken earlier and comes later. */
		async disordered(went: ReadonlySet<string>): Promise<string[]> {
			if (isAlike) return [];
			const served = (await valuesOf(client, key)).toReversed();
			const ours = served.flatMap((value) => {
				const at = taken.get(value);
				return at && went.has(hashOf(value)) ? [{ value, ...at }] : [];
			});
			return lists.flatMap((list) => {
				const own = ours.filter((it) => it.list === list);
				const late = own.filter((it, i) => it.turn < (own[i - 1]?.turn ?? 0));
				return late.map(({ value }) => value);
			});
		},
	};
}

const hashOf = (value: string): string =>
	createHash("sha1").update(value).digest("hex");
