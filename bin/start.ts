// How does the product run? Two processes that share only the store, and this one, which sees that they do.
import { createServer } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import type { Configuration } from "#lib/config/configuration.ts";
import { loadHere, searchHere } from "#lib/config/here.ts";
import { isLoopback } from "#lib/config/listen.ts";
import { printed } from "#lib/config/mistake.ts";
import type { Search } from "#lib/config/search.ts";
import { openStore } from "#lib/store/open.ts";
import { claim } from "#lib/store/sqlite/claim.ts";
import { startCollector, startWeb, webIsBuilt } from "./children.ts";
import { entryLink } from "./link.ts";
import { supervise } from "./supervise.ts";

const say = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

/** A terminal that went away is no reason to stop watching. */
for (const output of [process.stdout, process.stderr])
	output.on("error", () => {});

const listenWithinMs = 60_000;

export async function start(argv: readonly string[]): Promise<number> {
	const loaded = loadHere(argv);
	if (loaded.mistakes) return refuse(printed(loaded.mistakes), 2);
	const { configuration } = loaded;
	const obstacle = await obstacleTo(configuration);
	if (obstacle) return refuse(obstacle, 1);
	const held = claim(configuration.folder);
	if (held === null) return refuse(inUse(configuration.folder), 1);

	const flags = configuration.brokers.length > 0 ? [] : await lookAround();
	const asked = ending();
	const listening = Promise.withResolvers<true>();
	const children = [
		supervise({
			name: "collector",
			start: () => startCollector([...argv, ...flags]),
			crashed: complain,
		}),
		supervise({
			name: "web",
			start: () =>
				startWeb(configuration).once("message", () => listening.resolve(true)),
			crashed: complain,
		}),
	];
	const ended = new AbortController();
	const late = after(listenWithinMs, false, { signal: ended.signal });
	const listens = Promise.race([listening.promise, late.catch(() => false)]);
	void welcome(configuration, listens).then((text) => {
		if (!ended.signal.aborted) say(text);
	});
	await asked;
	ended.abort();
	await Promise.all(children.map((child) => child.stop()));
	held.release();
	return 0;
}

const inUse = (folder: string): string =>
	`Another Tidemark keeps what it knows in ${folder}; end it, or give this one a folder of its own with --folder.`;

function refuse(text: string, code: number): number {
	complain(text);
	return code;
}

async function obstacleTo(
	configuration: Configuration,
): Promise<string | null> {
	const { folder, listen } = configuration;
	if (!webIsBuilt())
		return "The web is not built yet; run `npm run build` first.";
	const taken = await takenBy(listen);
	if (taken)
		return `${listen.host}:${listen.port} cannot be used (${taken}); end what listens there, or choose another with --listen.`;
	try {
		if (!isLoopback(listen.host) && !(await canAnybodySignIn(configuration)))
			return `Others can reach ${listen.host}:${listen.port}, and nobody can sign in there yet: \`tidemark people add <name> --role admin\` adds somebody with a password, or write a provider, or headers of a proxy, below access.`;
		return (await isWatched(folder)) ? inUse(folder) : null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** The link from the terminal is for whoever reads the terminal, and no way in for others. */
async function canAnybodySignIn({
	access: { provider, headers, passwords },
	folder,
}: Configuration): Promise<boolean> {
	if (provider !== null || headers !== null) return true;
	if (!passwords) return false;
	const store = await openStore(folder);
	try {
		const people = await store.people.people();
		return people.some(({ verifier }) => verifier !== null);
	} finally {
		await store.close();
	}
}

/** A pulse that still beats: two collectors in one store would each undo what the other wrote. */
async function isWatched(folder: string): Promise<boolean> {
	const store = await openStore(folder);
	try {
		const before = await store.pulse.last();
		if (!before || Date.now() - before.atMs > 5 * before.everyMs) return false;
		await after(2 * before.everyMs);
		return (await store.pulse.last())?.atMs !== before.atMs;
	} finally {
		await store.close();
	}
}

function takenBy({
	host,
	port,
}: Configuration["listen"]): Promise<string | null> {
	const { promise, resolve } = Promise.withResolvers<string | null>();
	const probe = createServer();
	probe.once("error", (error) =>
		resolve("code" in error ? String(error.code) : error.message),
	);
	probe.listen({ host, port, exclusive: true }, () =>
		probe.close(() => resolve(null)),
	);
	return promise;
}

/** Nothing is configured: what answers on this machine's usual ports is watched, and said. */
async function lookAround(): Promise<string[]> {
	const search = await searchHere();
	say(sentenceOf(search));
	return search.flags;
}

function sentenceOf({ found, tried }: Search): string {
	const places = tried
		.map(({ label, host, port, trouble }) => {
			const closed = trouble === "unreachable";
			return `${label} at ${host}:${port}: ${trouble === null ? "found" : closed ? "nothing there" : trouble}`;
		})
		.join("; ");
	const then =
		found.length > 0
			? "What was found is watched."
			: "The page that opens tells how to connect one.";
	return `No broker is configured, so the usual local ports were tried. ${places}. ${then}`;
}

async function welcome(
	configuration: Configuration,
	listens: Promise<boolean>,
): Promise<string> {
	const origin = configuration.url;
	if (!(await listens))
		return "The web does not answer yet; its messages stand above.";
	if (configuration.demo) return `Tidemark is open at ${origin}/`;
	// A store that cannot be written just now is no reason to stop watching.
	const link = await entryLink(configuration).catch(() => null);
	return link === null
		? `Tidemark is ready at ${origin}/, but no entry link could be written into the store. Try: tidemark link`
		: `Tidemark is ready. This link lets one browser in, once, within 15 minutes:\n\n  ${link}\n\nAnother one: tidemark link`;
}

function ending(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
			process.once(signal, () => resolve());
	});
}
