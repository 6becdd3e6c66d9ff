// What does the doctor say of a real RabbitMQ: one that is well, one that lacks rights, one that counts nothing, hangs or is gone?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RabbitWorld, startRabbit } from "#world/rabbitmq.ts";
import { doctorOn } from "./for-tests.ts";

let folder: string;
let world: RabbitWorld;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-doctor-rabbitmq-"));
	world = await startRabbit({ folder: join(folder, "server") });
	await world.call("PUT", "/api/vhosts/shop");
	for (const path of ["/api/queues/%2F/orders", "/api/queues/shop/refunds"])
		await world.call("PUT", path, { durable: true });
});
beforeEach(() => world.thaw());
afterAll(async () => {
	world?.thaw();
	await world?.stop();
	await rm(folder, { recursive: true, force: true });
});

const saidOf = (brokers: string) => doctorOn(folder, brokers);

const as = (user: string) =>
	`  jobs: ${world.address.replace("guest:guest", user)}`;

/** May see what lies in `/`, and in no other virtual host. */
async function userWith(name: string, tags: string): Promise<void> {
	await world.call("PUT", `/api/users/${name}`, { password: "pass", tags });
	await world.call("PUT", `/api/permissions/%2F/${name}`, {
		...{ configure: "^$", write: "^$", read: "^$" },
	});
}

test("a server that is well is told as such, with what was seen, whom it takes us for and its time", async () => {
	const { said } = await saidOf(as("guest:guest"));
	expect(said).not.toMatch(/[✗!]/);
	expect(said).toMatch(
		/✓ Brokers: jobs answers at \S+, runs \S+: 2 subscriptions\./,
	);
	expect(said).toContain("✓ Brokers: jobs takes us for the user guest.");
	expect(said).toContain("✓ Brokers: jobs has the same time as this machine.");
	expect(said).not.toContain("was ever tried");
});

test("virtual hosts that a user may not see are told as hidden, and no longer where one is named", async () => {
	await userWith("viewer", "monitoring");
	const hidden =
		"! Brokers: jobs tells us of no other queues than those our rights name, and hides the rest as if they were not there.";
	const { said, out } = await saidOf(as("viewer:pass"));
	expect(said).toContain("✓ Brokers: jobs takes us for the user viewer.");
	expect(said).toMatch(/jobs answers at \S+, runs \S+: 1 subscription\./);
	expect(said).toContain(hidden);
	expect(out).not.toContain("viewer:pass");
	const named = await saidOf(`${as("viewer:pass")}/%2F`);
	expect(named.said).not.toContain("hides the rest");
});

test("a user without the tag for it is told what stays unknown", async () => {
	await userWith("narrow", "management");
	const { said } = await saidOf(as("narrow:pass"));
	expect(said).not.toContain("✗");
	expect(said).toContain(
		"? Brokers: jobs gives us no tag monitoring on nodes: alarms, and nodes that fail, are not known.",
	);
	expect(said).toMatch(
		/! Brokers: jobs, GET \/api\/nodes, may not be asked by this user/,
	);
});

test("a server that was told to count nothing is told with the setting", async () => {
	const uncounted = await startRabbit({
		folder: join(folder, "uncounted"),
		settings: { "management.disable_stats": "true" },
	});
	try {
		const { said } = await saidOf(`  jobs: ${uncounted.address}`);
		expect(said).toContain(
			"? Brokers: jobs gives us no management.disable_stats = false on the server: how much comes and goes, and who reads, is not known.",
		);
	} finally {
		await uncounted.stop();
	}
}, 120_000);

test("a wrong password, the port for messages and a port where nobody listens end with 1", async () => {
	const { said, code, out } = await saidOf(
		`${as("somebody:hush-hush")}\n  gone: rabbitmq://guest:guest@127.0.0.1:1`,
	);
	expect(code).toBe(1);
	expect(said).toContain("✗ Brokers: jobs refuses the user or the password");
	expect(said).toContain("✗ Brokers: gone cannot be reached");
	expect(out).not.toContain("hush-hush");
	const amqp = world.amqpAddress.replace("amqp:", "rabbitmq:");
	const other = await saidOf(`  jobs: ${amqp}`);
	expect(other.code).toBe(1);
	expect(other.said).toContain(
		"✗ Brokers: jobs does not answer as its management would",
	);
});

test("beside a frozen server the others are told, within ten seconds", async () => {
	world.freeze();
	const { said, code, tookMs } = await saidOf(
		`${as("guest:guest")}\n  gone: rabbitmq://guest:guest@127.0.0.1:1`,
	);
	expect(code).toBe(1);
	expect(said).toContain("✗ Brokers: jobs does not answer in time");
	expect(said).toContain("✗ Brokers: gone cannot be reached");
	expect(tookMs).toBeLessThan(10_000);
});
