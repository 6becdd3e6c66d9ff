// Which certificates does the other side show in tests? All that the world makes, there for as long as the tests of a file or a group run.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { makeCertificates } from "#world/certificates.ts";

export function certificates() {
	let folder = "";
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "tidemark-certificates-"));
		await makeCertificates(folder);
	});
	afterAll(() => rm(folder, { recursive: true }));
	const pem = (name: string) => readFile(join(folder, name), "utf8");
	const tlsOf = async (name: string) => ({
		...{ key: await pem(`${name}.key`), cert: await pem(`${name}.pem`) },
	});
	return { pem, tlsOf };
}
