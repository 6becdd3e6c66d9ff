// Does an encrypted management let us in exactly when it should, and is it told why not?

import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeCertificates } from "#world/certificates.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt, startOwn } from "../for-tests/own.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-doors-"));
await makeCertificates(folder);
const own = await startOwn({ certificates: folder });
afterAll(async () => {
	await own.stop();
	await rm(folder, { recursive: true, force: true });
});

const encrypted = own.world.encryptedAddress ?? "";
const trusting = (serverName: string | null = null) => ({
	...nothingConfigured,
	tls: {
		ca: readFileSync(join(folder, "ca.pem"), "utf8"),
		...{ cert: null, key: null, serverName },
	},
});

test("with the authority that signed it, it is read", async () => {
	await own.traffic.declare("orders");
	const connection = openAt(encrypted, trusting());
	expect((await connection.read()).readings).toMatchObject([
		{ channel: "orders" },
	]);
	const symptoms = await connection.examine?.();
	expect(symptoms?.map(({ code }) => code)).toContain("certificate");
});

test.each([
	[
		"nobody we trust signed it",
		encrypted,
		undefined,
		"certificate not trusted",
	],
	[
		"it is for another name",
		encrypted,
		trusting("rabbit.example.org"),
		"certificate for others",
	],
	[
		"in clear at a port with TLS",
		encrypted.replace("rabbitmqs", "rabbitmq"),
		undefined,
		"TLS wanted",
	],
	[
		"with TLS at a port without",
		own.world.address,
		trusting(),
		"TLS not spoken",
	],
])("%s", async (_, address, settings, code) => {
	await expect(openAt(address, settings).read()).rejects.toMatchObject({
		trouble: { code },
	});
});
