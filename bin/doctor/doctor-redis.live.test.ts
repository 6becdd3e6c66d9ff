// What does the doctor say of a real server: one that is well, one that lacks rights, one that refuses, hangs or is gone?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeCertificates } from "#world/certificates.ts";
import { freePorts } from "#world/ports.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { doctorOn } from "./for-tests.ts";

let folder: string;
let world: RedisWorld;
let client: Redis;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-doctor-redis-"));
	await makeCertificates(folder);
	const [tlsPort = 0] = await freePorts(1);
	const of = (name: string) => join(folder, name);
	world = await startRedis({
		folder: join(folder, "server"),
		settings: [
			...["--tls-port", String(tlsPort), "--tls-auth-clients", "no"],
			...[
				"--tls-cert-file",
				of("stale.pem"),
				"--tls-key-file",
				of("stale.key"),
			],
			...["--tls-ca-cert-file", of("ca.pem")],
		],
	});
	encrypted = `rediss://127.0.0.1:${tlsPort}`;
	client = new Redis(world.address);
	client.on("error", () => {});
});
let encrypted = "";
beforeEach(async () => {
	world.thaw();
	await client.flushall();
});
afterAll(async () => {
	client?.disconnect();
	world?.thaw();
	await world?.stop();
	await rm(folder, { recursive: true, force: true });
});

const saidOf = (brokers: string) => doctorOn(folder, brokers);

const as = (user: string) => `  jobs: redis://${user}@127.0.0.1:${world.port}`;

const mayRead = [
	...["reset", "on", ">pass", "resetchannels", "-@all", "+ping", "+time"],
	...["+info", "+select", "+role", "+scan", "+type", "+exists"],
	...["+client|list", "+client|id", "+client|setname", "+pubsub", "+xlen"],
	...["+xinfo", "+xpending", "+xrange", "+xrevrange", "+pttl", "+llen"],
	...["+lindex", "+lrange", "+zcard", "+zcount", "+zrange", "+sscan", "+hget"],
];

test("a server that is well is told as such, with what was seen, whom it takes us for and its time", async () => {
	await client.xgroup("CREATE", "orders", "billing", "$", "MKSTREAM");
	const { said } = await saidOf(as(""));
	expect(said).not.toContain("✗");
	expect(said).toMatch(
		/✓ Brokers: jobs answers at \S+, runs \S+: 1 subscription\./,
	);
	expect(said).toContain("✓ Brokers: jobs takes us for the user default.");
	expect(said).toContain("✓ Brokers: jobs has the same time as this machine.");
	expect(said).toContain("✓ Brokers: jobs lets us clean up.");
});

test("keys outside a user's patterns, a question it may not ask and clean-ups it may not do are each named", async () => {
	await client.xgroup("CREATE", "orders", "billing", "$", "MKSTREAM");
	await client.xgroup("CREATE", "secret", "billing", "$", "MKSTREAM");
	await client.call(
		"ACL",
		"SETUSER",
		"poor",
		...mayRead,
		"-xpending",
		"~orders*",
	);
	const { said, out } = await saidOf(as("poor:pass"));
	expect(said).toContain("✓ Brokers: jobs takes us for the user poor.");
	expect(said).toContain(
		"! Brokers: jobs refuses to tell us of 1 of 2 keys that were looked at, such as secret.",
	);
	expect(said).toContain(
		"! Brokers: jobs does not let us read 1 of these: secret.",
	);
	expect(said).toContain(
		"! Brokers: jobs will refuse clean-ups: this user lacks EVAL, EVALSHA.",
	);
	expect(out).not.toContain("pass");
	await client.call("ACL", "SETUSER", "poor", "+eval", "+xack", "+xdel");
	expect((await saidOf(as("poor:pass"))).said).toMatch(
		/lacks XADD, XCLAIM, XTRIM, XGROUP DELCONSUMER, XGROUP SETID, XGROUP DESTROY, LREM, LSET, LPUSH, RPUSH\./,
	);
});

test("nothing is said of clean-ups where nothing may be changed anyway", async () => {
	const { said } = await saidOf(
		`  jobs: { address: "redis://127.0.0.1:${world.port}", readOnly: true }`,
	);
	expect(said).not.toContain("clean");
});

test("a server with nothing to watch is no silence: that is said, with what may be behind it", async () => {
	const { said } = await saidOf(as(""));
	expect(said).toContain(
		"! Brokers: jobs shows us nothing to watch, though it answers.",
	);
});

test("a wrong password, a port where nobody listens and a name that leads nowhere end with 1", async () => {
	const { said, code, out } = await saidOf(
		`${as("somebody:hush-hush")}\n  gone: redis://127.0.0.1:1\n  lost: redis://no-such-host.invalid:6379`,
	);
	expect(code).toBe(1);
	expect(said).toContain("✗ Brokers: jobs refuses the user or the password");
	expect(said).toContain("✗ Brokers: gone cannot be reached");
	expect(said).toContain("✗ Brokers: lost has a host name that leads nowhere");
	expect(out).not.toContain("hush-hush");
});

test("a certificate that ran out is told with its day and who issued it", async () => {
	const { said, code } = await saidOf(
		`  jobs: { address: "${encrypted}", tls: { ca: ./ca.pem } }`,
	);
	expect(code).toBe(1);
	expect(said).toContain(
		"✗ Brokers: jobs shows a certificate that is not valid today",
	);
	expect(said).toMatch(
		/✗ Brokers: jobs shows a certificate at \S+ for IP Address:127\.0\.0\.1, issued by CN=ca, which was valid until \d{4}-/,
	);
});

test("beside a frozen server the others are told, within ten seconds", async () => {
	world.freeze();
	const { said, code, tookMs } = await saidOf(
		`${as("")}\n  gone: redis://127.0.0.1:1`,
	);
	expect(code).toBe(1);
	expect(said).toContain("✗ Brokers: jobs does not answer in time");
	expect(said).toContain("✗ Brokers: gone cannot be reached");
	expect(tookMs).toBeLessThan(10_000);
});
