// How does somebody come in? An address with a key in it that works once.
import { offerEntry } from "#lib/access/sessions.ts";
import type { Configuration } from "#lib/config/configuration.ts";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { openStore } from "#lib/store/open.ts";
import { askedIn } from "./people/asked.ts";
import { isForScreen, screenLink } from "./people/screen-link.ts";
import { complain, tell } from "./said.ts";

const usage = `tidemark link lets a browser in.

  tidemark link                                         you, with every right: works once, within fifteen minutes
  tidemark link --name wall --role viewer --days 90     a screen on a wall: works once, within three days, and lasts so long

--folder and --config are understood as by \`tidemark start\`.
`;

export async function link(argv: readonly string[]): Promise<number> {
	const asked = askedIn(argv);
	const [word] = asked.words;
	if (word !== undefined)
		return complain(`"${word}" is one word too many.\n\n${usage}`, 2);
	if (argv.some((it) => ["--help", "-h"].includes(it))) return tell(usage, 0);
	const loaded = loadHere(asked.others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	if (isForScreen(asked)) return screenLink(loaded.configuration, asked);
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
