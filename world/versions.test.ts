// Is it said when a server for the tests cannot be had, or is another than it was?
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { rabbitmq } from "./rabbitmq.mjs";
import { otherThan, serverOf } from "./versions.mjs";

test("a machine that cannot fetch a server is told what it lacks", async () => {
	const around = await mkdtemp(join(tmpdir(), "tidemark-servers-"));
	onTestFinished(() => rm(around, { recursive: true, force: true }));
	onTestFinished(() => void vi.unstubAllEnvs());
	vi.stubEnv("PATH", around);
	vi.stubEnv("TIDEMARK_TEST_SERVERS", around);
	await expect(serverOf("valkey 8.1")).rejects.toThrow(
		"There is no server valkey 8.1 for the tests: this machine has no apt-get",
	);
	await expect(serverOf("6.2")).rejects.toThrow(
		"There is no server 6.2 for the tests: this machine has no python3 with pip",
	);
	await expect(rabbitmq("4.0")).rejects.toThrow(
		"There is no RabbitMQ 4.0 for the tests: this machine has no apt-get",
	);
	expect(readdirSync(around)).toEqual([]);
});

test("a suite that has moved on is told, and used all the same", () => {
	const saying = (text: string) => ({ command: "echo", args: [text] });
	const known = saying("Server v=9.1.2 sha=00000000:0");
	expect(otherThan("valkey 9.1", known)).toBeNull();
	expect(otherThan("valkey 9.1", saying("Server v=9.10.0 sha=0"))).toBe(
		"What stands for valkey 9.1 is 9.10.0 now, which was not tested before.",
	);
});
