// Does the proxy do to a connection what it was told, and nothing else?
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type Chaos, startChaos } from "./chaos.ts";
import { eventually } from "./eventually.ts";

/** Somebody who says back whatever is said. */
async function echo(): Promise<number> {
	const door = createServer((socket) => {
		socket.on("error", () => {});
		socket.pipe(socket);
	});
	onTestFinished(() => void door.close());
	return new Promise((resolve) => {
		door.listen(0, "127.0.0.1", () => {
			const address = door.address();
			resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
		});
	});
}

async function stage(): Promise<{ chaos: Chaos; client: Client }> {
	const chaos = await startChaos({ port: await echo() });
	onTestFinished(() => chaos.close());
	return { chaos, client: clientOf(chaos) };
}

type Client = { socket: Socket; heard: () => string; isGone: () => boolean };

function clientOf({ port }: Chaos): Client {
	const socket = connect(port, "127.0.0.1");
	let heard = "";
	let gone = false;
	socket.on("data", (piece) => {
		heard += piece.toString();
	});
	socket.on("error", () => {});
	socket.on("close", () => {
		gone = true;
	});
	onTestFinished(() => void socket.destroy());
	return { socket, heard: () => heard, isGone: () => gone };
}

const hears = (client: Client, text: string) =>
	eventually(() => client.heard() === text || undefined, 2_000, 5);

test("whatever is said passes whole and in order, and is counted", async () => {
	const { chaos, client } = await stage();
	const text = "every word ".repeat(20_000);
	client.socket.write(text);
	await hears(client, text);
	expect(chaos.carried).toEqual({ client: text.length, server: text.length });
});

test("a slow network holds each piece up and keeps their order", async () => {
	const { chaos, client } = await stage();
	chaos.mode = { latencyMs: 60, jitterMs: 40 };
	const startMs = performance.now();
	for (const word of ["one ", "two ", "three"]) {
		client.socket.write(word);
		await new Promise((resolve) => setImmediate(resolve));
	}
	await hears(client, "one two three");
	expect(performance.now() - startMs).toBeGreaterThan(119);
});

test("a narrow line carries what it can, little by little and whole", async () => {
	const { chaos, client } = await stage();
	chaos.mode = { bytesPerSecond: 20_000 };
	const text = "x".repeat(4_000);
	const startMs = performance.now();
	client.socket.write(text);
	await eventually(() => client.heard().length > 500 || undefined, 2_000, 5);
	expect(client.heard().length).toBeLessThan(4_000);
	await hears(client, text);
	expect(performance.now() - startMs).toBeGreaterThan(199);
});

test("what is held is handed on whole and in order once it is let go", async () => {
	const { chaos, client } = await stage();
	const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
	chaos.mode = { until };
	for (const word of ["one ", "two ", "three"]) {
		client.socket.write(word);
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect(chaos.carried.client).toBe(0);
	letGo();
	await hears(client, "one two three");
});

test("a silent server hears, and nobody hears it; only a reset ends that", async () => {
	const { chaos, client } = await stage();
	client.socket.write("before");
	await hears(client, "before");
	chaos.mode = { swallows: "server" };
	client.socket.write("lost");
	await eventually(() => chaos.carried.client === 10 || undefined, 2_000, 5);
	expect(client.heard()).toBe("before");
	expect(client.isGone()).toBe(false);
	chaos.reset();
	await eventually(() => client.isGone() || undefined, 2_000, 5);
	expect(client.heard()).toBe("before");
	chaos.mode = {};
	const next = clientOf(chaos);
	next.socket.write("after");
	await hears(next, "after");
});

test("a cut answer ends where it was cut", async () => {
	const { chaos, client } = await stage();
	chaos.mode = { cutAfterBytes: 3 };
	client.socket.write("answer");
	await eventually(() => client.isGone() || undefined, 2_000, 5);
	expect(client.heard()).toBe("ans");
});

test("whoever is refused is gone at once, and those inside stay", async () => {
	const { chaos, client } = await stage();
	client.socket.write("in");
	await hears(client, "in");
	chaos.mode = { refuses: true };
	const next = clientOf(chaos);
	await eventually(() => next.isGone() || undefined, 2_000, 5);
	expect([chaos.opened, chaos.knocked]).toEqual([1, 2]);
	client.socket.write("side");
	await hears(client, "inside");
});
