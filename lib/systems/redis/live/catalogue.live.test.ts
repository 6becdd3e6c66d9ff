// Does a real server in each of its troubles get the sentence that is written for it?
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { startChaos } from "#world/chaos.ts";
import { eventually } from "#world/eventually.ts";
import { freePorts } from "#world/ports.ts";
import { startRedis } from "#world/redis.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis({
	settings: [
		...["--busy-reply-threshold", "50", "--enable-debug-command", "yes"],
		...["--loading-process-events-interval-bytes", "1024"],
	],
});
const address = () => own().world.address;

/** The trouble of a tick, with the question that was refused, if it was one. */
async function troubleAt(text: string): Promise<string> {
	const refused = await openAt(text)
		.read()
		.then(
			() => "answered",
			(error) => `${error.trouble.code} ${error.trouble.part}`,
		);
	return refused.trim();
}

async function another(...settings: string[]) {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-another-"));
	const world = await startRedis({ folder, settings });
	onTestFinished(async () => {
		await world.stop();
		await rm(folder, { recursive: true, force: true });
	});
	return world;
}

function clientOf(text: string): Redis {
	const client = new Redis(text);
	onTestFinished(() => client.disconnect());
	return client;
}

const userAt = (user: string) => address().replace("//", `//${user}@`);

test("nobody listens", async () => {
	const [port] = await freePorts(1);
	expect(await troubleAt(`redis://127.0.0.1:${port}`)).toBe("unreachable");
});

test("the host's name stands for nothing", async () => {
	expect(await troubleAt("redis://no-such-host.invalid:6379")).toBe(
		"no such host",
	);
});

test("it is not what we take it for", async () => {
	const server = createServer((socket) => {
		socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n");
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	onTestFinished(() => void server.close());
	const at = server.address();
	const port = typeof at === "object" ? at?.port : 0;
	expect(await troubleAt(`redis://127.0.0.1:${port}`)).toBe("wrong protocol");
});

test("it accepts and never answers", async () => {
	const chaos = await startChaos({ port: own().world.port });
	onTestFinished(() => chaos.close());
	chaos.mode = { swallows: "both" };
	expect(await troubleAt(`redis://127.0.0.1:${chaos.port}`)).toBe("no answer");
});

test("it is frozen", async () => {
	const connection = openAt(address());
	await connection.read();
	own().world.freeze();
	await expect(connection.read())
		.rejects.toMatchObject({ trouble: { code: "no answer" } })
		.finally(() => own().world.thaw());
});

test("the connection is reset in the middle of the answers", async () => {
	for (let i = 0; i < 50; i++) await own().client.xadd(`s${i}`, "*", "n", 1);
	const chaos = await startChaos({ port: own().world.port });
	onTestFinished(() => chaos.close());
	const connection = openAt(`redis://127.0.0.1:${chaos.port}`);
	expect((await connection.read()).readings).toHaveLength(50);
	chaos.mode = { cutAfterBytes: 20 };
	await expect(connection.read()).rejects.toMatchObject({
		trouble: { code: "unreachable" },
	});
	chaos.mode = {};
	expect((await connection.read()).readings).toHaveLength(50);
});

test("no password is configured, or a wrong one is", async () => {
	const { port, address: open } = await another();
	const client = clientOf(open);
	await client.config("SET", "requirepass", "secret");
	const at = `127.0.0.1:${port}`;
	expect(await troubleAt(`redis://${at}`)).toBe("sign-in wanted");
	expect(await troubleAt(`redis://default:wrong@${at}`)).toBe(
		"sign-in refused",
	);
	expect(await troubleAt(`redis://default:secret@${at}`)).toBe("answered");
});

test("a command is not allowed, or a key is not", async () => {
	await own().client.xadd("mine", "*", "n", 1);
	const [mine, all] = ["~mine", "~*"];
	for (const [keys, rights] of [
		[all, "-xinfo"],
		[mine, "+xinfo"],
	] as const)
		await own().client.call(
			...(["ACL", "SETUSER", `with${rights}`, "reset", "on"] as const),
			...[">pass", keys, "+@all", rights],
		);
	await own().client.xadd("not mine", "*", "n", 1);
	const codes = async (user: string) =>
		Object.fromEntries(
			(await openAt(userAt(user)).read()).readings.map((it) => [
				it.channel,
				it.trouble && `${it.trouble.code} ${it.trouble.part}`.trim(),
			]),
		);
	const refused = "right missing XINFO GROUPS";
	expect(await codes("with-xinfo:pass")).toEqual({
		...{ mine: refused, "not mine": refused },
	});
	expect(await codes("with+xinfo:pass")).toEqual({
		...{ mine: null, "not mine": "not allowed" },
	});
});

test("it loads its data", async () => {
	const pipeline = own().client.pipeline();
	for (let i = 0; i < 3000; i++) pipeline.set(`key ${i}`, "v".repeat(50));
	await pipeline.exec();
	await own().client.config("SET", "key-load-delay", "1000");
	const other = clientOf(address());
	const loaded = other.call("DEBUG", "RELOAD");
	const found = await eventually(async () => {
		const it = await troubleAt(address());
		return it === "answered" ? undefined : it;
	}, 10_000);
	expect(found).toBe("loading");
	await own()
		.client.config("SET", "key-load-delay", "0")
		.catch(() => {});
	await loaded;
	await own().client.config("SET", "key-load-delay", "0");
	await eventually(
		async () => (await troubleAt(address())) === "answered" || undefined,
		10_000,
	);
});

test("a script runs and lets nobody in", async () => {
	const other = clientOf(address());
	const ran = other.eval("while true do end", 0).catch((error) => error);
	const found = await eventually(async () => {
		const it = await troubleAt(address());
		return it === "answered" ? undefined : it;
	}, 10_000);
	await own().client.script("KILL");
	expect(found).toBe("busy");
	expect(String(await ran)).toContain("killed by user");
	expect(await troubleAt(address())).toBe("answered");
});

test("it takes no more clients", async () => {
	await own().client.config("SET", "maxclients", "1");
	onTestFinished(() => void own().client.config("SET", "maxclients", "100"));
	expect(await troubleAt(address())).toBe("too many connections");
});

test("it takes nearly no more clients", async () => {
	const { address } = await another("--maxclients", "20");
	const troubles = async () => (await openAt(address).read()).troubles;
	expect(await troubles()).toEqual([]);
	// Two of ours have read.
	const others = Array.from({ length: 16 }, () => clientOf(address));
	await Promise.all(others.map((client) => client.ping()));
	expect(await troubles()).toMatchObject([{ code: "connections short" }]);
});

test("a copy is read and told to be one, and one without its original answers nothing or may be old", async () => {
	await own().client.xadd("copied", "*", "n", 1);
	const from = ["--replicaof", `127.0.0.1 ${own().world.port}`];
	const copy = (await another(...from)).address;
	const told = async (code: string) =>
		eventually(async () => {
			// What a server is as a whole is asked seldom: a new connection asks at once.
			const { troubles } = await openAt(copy).read();
			return troubles.find((it) => it.code === code);
		}, 20_000);
	expect((await told("copy")).detail).toContain(String(own().world.port));
	const [nobody] = await freePorts(1);
	const orphan = ["--replicaof", `127.0.0.1 ${nobody}`];
	const lost = (await another(...orphan)).address;
	const { troubles } = await openAt(lost).read();
	expect(troubles).toMatchObject([{ code: "copy cut off" }]);
	await clientOf(lost).config("SET", "replica-serve-stale-data", "no");
	expect(await troubleAt(lost)).toBe("original away");
}, 60_000);

test("it cannot save, its memory is nearly full, or it removes keys already", async () => {
	const world = await another(
		...["--appendonly", "no", "--enable-protected-configs", "yes"],
	);
	// A folder where its file should be cannot be written over, whoever tries.
	await mkdir(join(world.folder, "taken.rdb", "inside"), { recursive: true });
	const client = clientOf(world.address);
	await client.config("SET", "dbfilename", "taken.rdb");
	const codes = async () =>
		(await openAt(world.address).read()).troubles.map(({ code }) => code);
	expect(await codes()).toEqual([]);
	await client.bgsave();
	await eventually(
		async () => (await codes()).includes("not saved") || undefined,
		10_000,
	);
	const used = /used_memory:(\d+)/.exec(await client.info("memory"))?.[1];
	const limit = async (bytes: number, policy: string) => {
		await client.config("SET", "maxmemory-policy", policy);
		await client.config("SET", "maxmemory", String(bytes));
	};
	await limit(Math.round(Number(used) * 1.1), "allkeys-lru");
	expect(await codes()).toEqual(["memory short", "not saved"]);
	await limit(Math.round(Number(used) * 10), "allkeys-lru");
	expect(await codes()).toEqual(["not saved"]);
	await limit(Math.round(Number(used) * 0.5), "noeviction");
	expect(await codes()).toEqual(["memory full", "not saved"]);
});

test("a stream that is none any more is a fact, not a trouble", async () => {
	const { client } = own();
	await client.xadd("turned", "*", "n", 1);
	const connection = openAt(address());
	expect((await connection.read()).readings).toHaveLength(1);
	await client.set("turned", "text");
	const { readings, troubles } = await connection.read();
	expect({ readings, troubles }).toEqual({ readings: [], troubles: [] });
});
