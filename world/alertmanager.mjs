// Which Alertmanager is told alerts in the tests? The machine's own, else the one of its distribution, unpacked beside the project and not installed. Plain JavaScript for any Node from 20.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unpackAlone } from "./debian.mjs";
import { fetchWhole } from "./fetched.mjs";
import { ask, which } from "./run.mjs";

const places =
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");
const folder = join(places, "alertmanager");
const templates = "/usr/share/prometheus/alertmanager";
const program = join("usr", "bin", "prometheus-alertmanager");

/**
 * The server, and the folder it has to be started in: null for any. It is fetched when it is not there, 10 MB.
 * @type {() => Promise<{ server: string, cwd: string | null }>}
 */
export async function alertmanager() {
	const own = which("alertmanager") ?? which("prometheus-alertmanager");
	if (own !== null) return { server: own, cwd: null };
	try {
		await fetchWhole(folder, async (part) => {
			await unpackAlone("prometheus-alertmanager", part);
			await lookHere(join(part, program));
		});
		const server = join(folder, program);
		if (ask(server, ["--version"]) === null)
			throw new Error(`${server} does not run on this machine`);
		return { server, cwd: join(folder, templates) };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(
			`There is no Alertmanager for the test that tells one. Please install it (on Debian: sudo apt-get install prometheus-alertmanager). ${why}`,
		);
	}
}

/**
 * Debian's build begins only where its templates lie below the root, where nothing was installed. In this copy they lie
 * where it is started: a path of the same length, so that nothing else moves.
 * @param {string} server
 */
async function lookHere(server) {
	const text = await readFile(server, "latin1");
	const here = ".".padEnd(templates.length, "/");
	await writeFile(server, text.replaceAll(templates, here), "latin1");
}
