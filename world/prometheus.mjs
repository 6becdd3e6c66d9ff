// Which Prometheus scrapes in the tests? The machine's own, else the one of its distribution, unpacked beside the project and not installed. Plain JavaScript for any Node from 20.
import { join } from "node:path";
import { unpackAlone } from "./debian.mjs";
import { fetchWhole } from "./fetched.mjs";
import { ask, which } from "./run.mjs";

const places =
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");
const folder = join(places, "prometheus");

/**
 * The server and the tool that checks what it would be given. It is fetched when it is not there, 20 MB.
 * @type {() => Promise<{ server: string, tool: string }>}
 */
export async function prometheus() {
	const [server, tool] = [which("prometheus"), which("promtool")];
	if (server !== null && tool !== null) return { server, tool };
	try {
		await fetchWhole(folder, (part) => unpackAlone("prometheus", part));
		return { server: program("prometheus"), tool: program("promtool") };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(
			`There is no Prometheus for the test that is scraped by one. Please install it (on Debian: sudo apt-get install prometheus). ${why}`,
		);
	}
}

/** @param {string} name */
function program(name) {
	const path = join(folder, "usr", "bin", name);
	if (ask(path, ["--version"]) === null)
		throw new Error(`${path} does not run on this machine`);
	return path;
}
