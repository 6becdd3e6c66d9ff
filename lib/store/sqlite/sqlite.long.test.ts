// Does the SQLite store keep what every store promises?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeContract } from "../contract.ts";
import { openStore } from "../open.ts";

storeContract("SQLite", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-store-"));
	return {
		open: () => openStore(folder),
		remove: () => rm(folder, { recursive: true, force: true }),
	};
});
