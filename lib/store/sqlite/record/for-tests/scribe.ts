// Who writes into the record, or runs what was approved, until it is killed or there is no room? A process of its own, for the tests that end it.
import { entryOf } from "../../../contract-record.ts";
import { StoreFull } from "../../../full.ts";
import { openStore } from "../../../open.ts";

const [folder = "", work = ""] = process.argv.slice(2);
const store = await openStore(folder);
const say = (text: string) => void process.stdout.write(`${text}\n`);
say("open");

async function write(): Promise<never> {
	for (let n = 1; ; n++) await store.record.append(entryOf(n));
}

async function claim(): Promise<void> {
	for (const { id } of await store.errands.waiting(1_000))
		say(`${await store.errands.claim(id, 60)} ${id}`);
}

try {
	await (work === "claim" ? claim() : write());
} catch (error) {
	if (!(error instanceof StoreFull)) throw error;
	// What is approved can still be read, and is not begun.
	const claims = (await store.errands.waiting(9)).map(({ id }) =>
		store.errands.claim(id, 60).catch((refused: unknown) => refused),
	);
	const refused = await Promise.all(claims);
	say(`full ${refused.filter((it) => it instanceof StoreFull).length}`);
}
process.exit(0);
