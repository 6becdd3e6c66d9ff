// How does somebody come by a large board without large brokers? `node bench/large-store.ts <folder> <rows> <address>` writes one, just heard; a fourth number makes so many rows graver.

import { openStore } from "#lib/store/open.ts";
import { fill } from "./board-rows.ts";

const [folder = "", rows = "0", address = "", turned = "0"] =
	process.argv.slice(2);
const store = await openStore(folder);
const nowMs = Date.now();
const fact = {
	...{
		address,
		heardMs: nowMs,
		readMs: nowMs,
		triedMs: nowMs,
		everyMs: 3_600_000,
	},
};
await fill(store, Number(rows), fact, Number(turned));
await store.close();
