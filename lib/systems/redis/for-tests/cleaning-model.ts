// Who reads, works, dies, claims and writes while something is cleaned up, and what of it may never be lost?
import type { Redis } from "ioredis";
import type { Random } from "#world/random.ts";
import { held, membersOf } from "./cleaning.ts";

export type World = ReturnType<typeof openWorld>;

/** A stream of its own, whose messages each say a number that no other says. */
export function openWorld(client: Redis, key: string, random: Random) {
	const group = "g";
	const finished = new Set<string>();
	/** Read by somebody since the last plan, and not finished: by the message's id. */
	const mine = new Map<string, string>();
	let written = 0;
	const log: string[] = [];
	const below = (n: number) => Math.floor(random() * n);
	const pick = <T>(all: readonly T[]): T | undefined => all[below(all.length)];
	const names = ["a", "b", "c", "d", "e"];

	async function numberOf(id: string): Promise<string | null> {
		const [[, fields] = []] = await client.xrange(key, id, id);
		return fields?.[1] ?? null;
	}

	async function read(member: string, count: number, from = ">") {
		const reply = await client.xreadgroup(
			...(["GROUP", group, member, "COUNT", count] as const),
			...(["STREAMS", key, from] as const),
		);
		const [[, entries] = []] = Array.isArray(reply) ? reply : [];
		for (const [id] of Array.isArray(entries) ? entries : [])
			mine.set(String(id), member);
	}

	async function finish() {
		const one = pick(await held(client, key, group));
		if (one === undefined) return;
		const number = await numberOf(one.id);
		if ((await client.xack(key, group, one.id)) !== 1) return;
		mine.delete(one.id);
		if (number !== null) finished.add(number);
	}

	async function claim() {
		const one = pick(await held(client, key, group));
		const to = pick(names);
		if (one === undefined || to === undefined) return;
		const isQuiet = random() < 0.5;
		const args = [key, group, to, 0, one.id] as const;
		const got = isQuiet
			? await client.xclaim(...args, "JUSTID")
			: await client.xclaim(...args);
		// Nobody can see that one claimed quietly what it held already.
		const isSeen = !isQuiet || to !== one.owner;
		if (Array.isArray(got) && got.length > 0 && isSeen) mine.set(one.id, to);
	}

	/** Its writer takes it back: nobody misses it. */
	async function withdraw() {
		const one = pick(await client.xrange(key, "-", "+", "COUNT", 30));
		if (one === undefined) return;
		await client.xdel(key, one[0]);
		mine.delete(one[0]);
		finished.add(one[1][1] ?? "");
	}

	async function leave() {
		const name = pick(await membersOf(client, key, group));
		const lines = await held(client, key, group);
		if (name !== undefined && !lines.some(({ owner }) => owner === name))
			await client.xgroup("DELCONSUMER", key, group, name);
	}

	const write = async (count: number) => {
		for (let i = 0; i < count; i++)
			await client.xadd(key, "*", "n", `${written++}`);
	};
	const deeds = {
		write: () => write(1 + below(3)),
		read: () => read(pick(names) ?? "a", 1 + below(4)),
		"read again": () => read(pick(names) ?? "a", 1 + below(3), "0"),
		finish,
		claim,
		withdraw,
		leave,
	};
	const often: readonly (keyof typeof deeds)[] = [
		...([
			"write",
			"write",
			"read",
			"read",
			"read",
			"finish",
			"finish",
		] as const),
		...(["finish", "claim", "read again", "withdraw", "leave"] as const),
	];

	return {
		...{ key, group, log, below, pick, write, read, withdraw },
		async begin() {
			await client.xgroup("CREATE", key, group, "0", "MKSTREAM");
			await write(20 + below(60));
			for (const name of names) await read(name, below(8));
		},
		/** The oldest messages are finished, so that there is something to trim. */
		async finishFirst(count: number) {
			for (const [id, fields] of await client.xrange(
				key,
				"-",
				"+",
				"COUNT",
				count,
			))
				if ((await client.xack(key, group, id)) === 1)
					finished.add(fields[1] ?? "");
		},
		/** Its lag is then unknown until somebody counts. */
		async blur() {
			const groups: unknown = await client.xinfo("GROUPS", key);
			const position = String(Array.isArray(groups) ? groups[0][7] : "0-0");
			await client.xgroup("SETID", key, group, position);
		},
		/** What is read from now on nobody may touch but whoever read it. */
		planned: () => mine.clear(),
		async live(deedsMax: number) {
			for (let i = below(deedsMax + 1); i > 0; i--) {
				const name = pick(often) ?? "read";
				log.push(name);
				await deeds[name]();
			}
		},
		/** Numbers that nobody finished, and that nobody could ever finish. */
		async lost(aside: string): Promise<string[]> {
			const lines = new Set(
				(await held(client, key, group)).map(({ id }) => id),
			);
			const groups: unknown = await client.xinfo("GROUPS", key);
			const position = String(Array.isArray(groups) ? groups[0][7] : "0-0");
			const unread = await client.xrange(key, `(${position}`, "+");
			const there = await client.xrange(key, "-", "+");
			const here = new Set([
				...unread.map(([, fields]) => fields[1]),
				...there.filter(([id]) => lines.has(id)).map(([, it]) => it[1]),
				...(await client.xrange(aside, "-", "+")).map(([, it]) => it[1]),
			]);
			return Array.from({ length: written }, (_, n) => `${n}`).filter(
				(number) => !finished.has(number) && !here.has(number),
			);
		},
		/** What somebody read since the plan, and another holds now, or nobody. */
		async taken(): Promise<string[]> {
			const lines = await held(client, key, group);
			const owners = new Map(lines.map(({ id, owner }) => [id, owner]));
			const there = await client.xrange(key, "-", "+");
			const here = new Set(there.map(([id]) => id));
			return [...mine]
				.filter(([id, member]) => here.has(id) && owners.get(id) !== member)
				.map(([id, member]) => `${id} of ${member}`);
		},
		finished,
	};
}
