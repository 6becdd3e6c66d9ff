// How does somebody come in? An address with a key in it that works once.
import { offerEntry } from "#lib/access/sessions.ts";
import type { Configuration } from "#lib/config/configuration.ts";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { openStore } from "#lib/store/open.ts";

export async function link(argv: readonly string[]): Promise<number> {
	const loaded = loadHere(argv);
	if (loaded.mistakes) {
		process.stderr.write(`${printed(loaded.mistakes)}\n`);
		return 2;
	}
	process.stdout.write(`${await entryLink(loaded.configuration)}\n`);
	return 0;
}

/** The key stands behind the #: browsers send that part to nobody, so it reaches no log and no Referer. */
export async function entryLink({
	folder,
	url,
}: Configuration): Promise<string> {
	const store = await openStore(folder);
	try {
		const key = await offerEntry(store, Date.now());
		return `${url}/enter#key=${key}`;
	} finally {
		await store.close();
	}
}
