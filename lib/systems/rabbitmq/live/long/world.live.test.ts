// Does our RabbitMQ break and come back as a real one does?
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as dial } from "node:tls";
import { connect } from "amqplib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCertificates } from "#world/certificates.ts";
import { eventually } from "#world/eventually.ts";
import { isFree } from "#world/ports.ts";
import { usualRabbit } from "#world/rabbitmq.mjs";
import { type RabbitWorld, startRabbit } from "#world/rabbitmq.ts";

let folder: string;
let world: RabbitWorld;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-rabbit-"));
	world = await startRabbit({ folder: join(folder, "first") });
});
afterAll(async () => {
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

const overview = (of = world) => of.call("GET", "/api/overview");

/** Whatever runs with this word in what it was started with or in its surroundings. */
const processesWith = (word: string) =>
	readdirSync("/proc").filter((pid) => {
		if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
		try {
			const told = ["cmdline", "environ"].map((name) =>
				readFileSync(`/proc/${pid}/${name}`, "utf8"),
			);
			return told.join("").includes(word);
		} catch {
			return false;
		}
	});

/** Who signed what is shown there. */
const signerOf = (address: string | null) =>
	new Promise((resolve, reject) => {
		const { hostname: host, port } = new URL(address ?? "");
		const link = dial({ host, port: Number(port), rejectUnauthorized: false });
		link.once("error", reject);
		link.once("secureConnect", () => {
			resolve(link.getPeerCertificate().issuer.CN);
			link.destroy();
		});
	});

test("it is the version that it is called", async () => {
	const version = process.env.TIDEMARK_TEST_RABBITMQ ?? usualRabbit;
	expect(await overview()).toMatchObject({
		rabbitmq_version: expect.stringMatching(`^${version}\\.`),
	});
});

test("what a program writes is counted by the management and by its own tool", async () => {
	const queue = "written";
	const link = await connect(world.amqpAddress);
	const channel = await link.createConfirmChannel();
	await channel.assertQueue(queue, { durable: true });
	channel.sendToQueue(queue, Buffer.from("one"));
	await channel.waitForConfirms();
	await link.close();
	await eventually(async () => {
		const told = await world.call("GET", `/api/queues/%2F/${queue}`);
		expect(told).toMatchObject({ messages_ready: 1 });
		return true;
	}, 10_000);
	expect(await world.ctl("list_queues", "name", "messages", "-q")).toContain(
		`${queue}\t1`,
	);
});

test("a frozen RabbitMQ answers nothing until it is thawed", async () => {
	world.freeze();
	const asked = overview();
	const silence = new Promise((resolve) =>
		setTimeout(() => resolve("silence"), 500),
	);
	expect(await Promise.race([asked, silence])).toBe("silence");
	world.thaw();
	expect(await asked).toHaveProperty("rabbitmq_version");
});

test("a killed RabbitMQ refuses connections, and restarted on the same ports it has the queues it wrote down", async () => {
	await world.call("PUT", "/api/queues/%2F/kept", { durable: true });
	await world.restart();
	await world.kill();
	await expect(overview()).rejects.toThrow();
	await world.restart();
	expect(await world.call("GET", "/api/queues/%2F/kept")).toMatchObject({
		name: "kept",
	});
});

test("a second one with certificates runs beside it; stopped while frozen, nothing of it is left", async () => {
	const certificates = await mkdtemp(join(folder, "certificates-"));
	await makeCertificates(certificates);
	const own = join(folder, "second");
	const second = await startRabbit({ folder: own, certificates });
	const ports = [second.port, second.amqpPort];
	await second.call("PUT", "/api/vhosts/only-there");
	expect(await overview()).toHaveProperty("rabbitmq_version");
	expect(await signerOf(second.encryptedAddress)).toBe("ca");
	expect(JSON.stringify(await world.call("GET", "/api/vhosts"))).not.toContain(
		"only-there",
	);
	expect(processesWith(own)).not.toEqual([]);
	second.freeze();
	await second.stop();
	expect(await Promise.all(ports.map(isFree))).toEqual([true, true]);
	await eventually(() => processesWith(own).length === 0 || undefined, 5000);
});

test("without its management it runs, and nothing answers there", async () => {
	const bare = await startRabbit({ folder: join(folder, "bare"), plugins: [] });
	try {
		await expect(overview(bare)).rejects.toThrow();
		const link = await connect(bare.amqpAddress);
		await link.close();
	} finally {
		await bare.stop();
	}
});
