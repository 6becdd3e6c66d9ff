// What does every system promise when its broker fails?
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { parseAddress } from "./address.ts";
import { open, type Stage } from "./contract-stage.ts";
import type { Connection } from "./system.ts";
import { TroubleError } from "./trouble-error.ts";

const secret = "hush-hush";

export function failingPromises(stage: Stage): void {
	afterEach(() => stage.thaw());

	test("a frozen broker is told within the deadline, and read again once it is thawed", async () => {
		const [warm, cold] = [
			open(stage, undefined, 1500),
			open(stage, undefined, 1500),
		];
		await warm.read();
		await stage.freeze();
		for (const connection of [warm, cold]) {
			const { reason, tookMs } = await failure(connection);
			expect(reason.trouble.code).toBe("no answer");
			expect(tookMs).toBeLessThan(2500);
		}
		await stage.thaw();
		for (const connection of [warm, cold])
			await eventually(() => connection.read(), 20_000);
	});

	test("examining a frozen broker ends within the deadline", async () => {
		const connection = open(stage, undefined, 1500);
		await stage.freeze();
		const startMs = performance.now();
		const found = await connection.examine?.().catch((error: unknown) => error);
		expect(performance.now() - startMs).toBeLessThan(2500);
		if (found instanceof Error)
			expect(found).toMatchObject({ trouble: { code: "no answer" } });
	});

	test("closing takes less than a second though the broker hangs", async () => {
		const connection = open(stage);
		await connection.read();
		await stage.freeze();
		const reading = connection.read().catch(() => undefined);
		const startMs = performance.now();
		await connection.close();
		expect(performance.now() - startMs).toBeLessThan(1000);
		await stage.thaw();
		await reading;
	});

	test("where nothing listens is unreachable, and the secret stays one", async () => {
		const nowhere = `${stage.system.schemes[0]}://somebody:${secret}@127.0.0.1:${await closedPort()}`;
		const { reason } = await failure(open(stage, nowhere, 5000));
		expect(reason.trouble.code).toBe("unreachable");
		expect(everythingIn(reason)).not.toContain(secret);
	});

	test.runIf(stage.refusedAddress !== null)(
		"a wrong password is a sign-in refused, and is not repeated to anybody",
		async () => {
			const text = stage.refusedAddress ?? "";
			const { reason } = await failure(open(stage, text));
			expect(reason.trouble.code).toBe("sign-in refused");
			const password = parseAddress(text)?.password?.reveal() ?? "";
			expect(password).not.toBe("");
			expect(everythingIn(reason)).not.toContain(password);
		},
	);
}

async function failure(connection: Connection) {
	const startMs = performance.now();
	const reason = await connection.read().then(
		() => null,
		(error: unknown) => error,
	);
	const tookMs = performance.now() - startMs;
	if (!(reason instanceof TroubleError))
		throw new Error("Not a TroubleError", { cause: reason });
	return { reason, tookMs };
}

const everythingIn = (reason: TroubleError) =>
	JSON.stringify([reason.trouble, reason.message, reason.stack, reason.cause]);

async function closedPort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string")
		throw new Error("No port was given");
	return address.port;
}
