// X8: a Redis is full, loads, follows another, wants a password, or takes a right away. Is that said by name, without a storm of tries, and is it well again by itself?
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { type Chaos, startChaos } from "#world/chaos.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import type { Board } from "../../visitor.ts";
import { alertsTo, toldOf, untilTold } from "../notices.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";

type Fault = {
	/** As the screen is told: of the whole server, or of a part of it. */
	readonly says: { readonly code: string; readonly part?: string };
	/** Whether its values are still read. */
	readonly isRead: boolean;
	break(client: Redis, neighbour: RedisWorld): Promise<unknown>;
	mend(client: Redis): Promise<unknown>;
};

const faults: Readonly<Record<string, Fault>> = {
	full: {
		says: { code: "memory full" },
		isRead: true,
		break: (client) => client.config("SET", "maxmemory", "100kb"),
		mend: (client) => client.config("SET", "maxmemory", "0"),
	},
	loading: {
		says: { code: "loading" },
		isRead: false,
		async break(client) {
			for (let n = 0; n < 3000; n++)
				void client.set(`key ${n}`, "v".repeat(50));
			await client.config("SET", "key-load-delay", "5000");
			void client.call("DEBUG", "RELOAD").catch(() => undefined);
		},
		mend: (client) => client.config("SET", "key-load-delay", "0"),
	},
	copy: {
		says: { code: "copy" },
		isRead: true,
		break: (client, { port }) => client.call("REPLICAOF", "127.0.0.1", port),
		mend: (client) => client.call("REPLICAOF", "NO", "ONE"),
	},
	shut: {
		says: { code: "sign-in wanted" },
		isRead: false,
		async break(client) {
			await client.config("SET", "requirepass", "word");
			// Whoever is inside would stay.
			await client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
		},
		mend: (client) => client.config("SET", "requirepass", ""),
	},
	narrowed: {
		says: { code: "right missing", part: "XINFO GROUPS" },
		isRead: true,
		async break(client) {
			await client.call("ACL", "SETUSER", "viewer", "-xinfo|groups");
			// While nothing is written nothing is asked.
			await client.xadd("orders", "*", "n", 4);
		},
		mend: (client) => client.call("ACL", "SETUSER", "viewer", "+xinfo|groups"),
	},
};
const brokenForMs = sized(6_000, 60_000);

const chipOf = ({ brokers }: Board, name: string) =>
	brokers.find((it) => it.name === name);

function isSaid(board: Board, name: string, { says }: Fault): boolean {
	const chip = chipOf(board, name);
	return [chip?.trouble, ...(chip?.parts ?? [])].some(
		(it) =>
			it?.code === says.code &&
			(says.part === undefined || it.part === says.part),
	);
}

const isWell = (board: Board, name: string): boolean =>
	chipOf(board, name)?.freshness === "fresh" &&
	chipOf(board, name)?.parts.length === 0 &&
	board.rows.some(
		({ broker, channel, stale, lag }) =>
			broker === name && channel === "orders" && !stale && (lag?.n ?? 0) >= 4,
	);

type Place = { redis: RedisWorld; client: Redis; way: Chaos };

async function open(folder: string, name: string): Promise<Place> {
	const redis = await startRedis({
		folder: join(folder, name),
		settings: [
			...["--enable-debug-command", "yes"],
			...["--loading-process-events-interval-bytes", "1024"],
		],
	});
	const client = new Redis(redis.address);
	client.on("error", () => {});
	for (let n = 0; n < 4; n++) await client.xadd("orders", "*", "n", n);
	await client.xgroup("CREATE", "orders", "billing", "0");
	await client.call(
		"ACL",
		"SETUSER",
		"viewer",
		"on",
		">pass",
		"~*",
		"&*",
		"+@all",
	);
	return { redis, client, way: await startChaos(redis) };
}

/** A password has no place in a flag. */
const brokersOf = (places: ReadonlyMap<string, Place>): string =>
	[
		"brokers:",
		...[...places].map(([name, { way }]) => {
			const user = name === "narrowed" ? "viewer:pass@" : "";
			return `  ${name}: redis://${user}127.0.0.1:${way.port}`;
		}),
	].join("\n");

test("five servers refuse, each in its own way: it is said which, without a storm, and they are well again", async () => {
	test.slow();
	await inFolder(async (folder) => {
		const sink = await startHttpSink();
		const places = new Map<string, Place>();
		for (const name of Object.keys(faults))
			places.set(name, await open(folder, name));
		const original = await open(folder, "original");
		const each = async (
			work: (fault: Fault, place: Place, name: string) => Promise<unknown>,
		) => {
			for (const [name, fault] of Object.entries(faults)) {
				const place = places.get(name);
				if (place) await work(fault, place, name);
			}
		};
		try {
			await played(
				{
					folder,
					brokers: {},
					settings: `${brokersOf(places)}
${alertsTo(sink, { vanished: "vanished", waiting: "lag over 0" })}`,
				},
				async ({ witness }) => {
					const names = [...places.keys()];
					await witness.until(
						(board) => names.every((name) => isWell(board, name)),
						30_000,
					);
					await untilTold(sink, names, ["waiting fires"], 30_000);
					await each(async ({ break: go }, { client, way }) => {
						way.knocked = 0;
						await go(client, original.redis);
					});
					const brokenMs = performance.now();
					// What a server says of itself as a whole is asked every 15 seconds.
					const seen = new Set<string>();
					await witness.until((board) => {
						for (const [name, fault] of Object.entries(faults))
							if (isSaid(board, name, fault)) seen.add(name);
						return seen.size === names.length;
					}, 40_000);
					await after(brokenForMs);
					const during = await witness.until(() => true, 10_000);
					const brokenSeconds = (performance.now() - brokenMs) / 1000;
					await each(async ({ isRead }, { way }, name) => {
						// Nobody said that it is gone.
						expect(
							during.rows.some(({ broker }) => broker === name),
							name,
						).toBe(true);
						if (isRead)
							expect(chipOf(during, name)?.freshness, name).not.toBe("silent");
						expect(way.knocked / brokenSeconds, name).toBeLessThan(2.5);
					});
					// A password is not tried with every tick: somebody may lock us out for that.
					expect(places.get("shut")?.way.knocked).toBeLessThan(
						3 + (2 * brokenSeconds) / 30,
					);
					await each(({ mend }, { client }) => mend(client));
					await witness.until(
						(board) => names.every((name) => isWell(board, name)),
						60_000,
					);
					// Nobody heard that something is over, or vanished, for what nobody could see.
					for (const name of names)
						expect(toldOf(sink, name), name).toEqual(["waiting fires"]);
				},
			);
		} finally {
			for (const { client, redis, way } of [...places.values(), original]) {
				client.disconnect();
				await way.close();
				await redis.stop();
			}
			await sink.stop();
		}
	});
});
