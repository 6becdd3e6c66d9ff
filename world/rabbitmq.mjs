// Which RabbitMQ do the tests and the demo run against? One of Debian with its own Erlang, unpacked beside the project and not installed. Plain JavaScript for any Node from 20.
import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unpackFrom } from "./debian.mjs";
import { fetchWhole } from "./fetched.mjs";

const places = () =>
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");
const folder = () => join(places(), "rabbitmq-bookworm");

export const hasRabbit = () => existsSync(folder());

/**
 * Where its own scripts lie, and Erlang's. It is fetched when it is not there, 60 MB.
 * @type {() => Promise<{ scripts: string, erlang: string }>}
 */
export async function rabbitmq() {
	try {
		await fetchWhole(folder(), async (part) => {
			await unpackFrom("bookworm", ["rabbitmq-server"], part);
			await makeMovable(part);
		});
		return {
			scripts: join(inside(folder(), "rabbitmq", "lib"), "sbin"),
			erlang: join(folder(), "usr", "lib", "erlang", "bin"),
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`There is no RabbitMQ for the tests: ${why}`);
	}
}

/** The scripts that start Erlang know it by the place where a package would be installed. @param {string} root */
async function makeMovable(root) {
	const erlang = join(root, "usr", "lib", "erlang");
	const runtime = readdirSync(erlang).find((name) => name.startsWith("erts-"));
	for (const [script, up] of [
		[join(erlang, "bin", "erl"), ".."],
		[join(erlang, runtime ?? "", "bin", "erl"), "../.."],
	]) {
		const text = await readFile(script, "utf8");
		const here = `ROOTDIR="$(cd "$(dirname "$(readlink -f "$0")")/${up}" && pwd)"`;
		await writeFile(script, text.replaceAll("ROOTDIR=/usr/lib/erlang", here));
	}
}

/** The only folder in one whose name holds the version. @param {string} root @param {string[]} path */
function inside(root, ...path) {
	const around = join(root, "usr", "lib", ...path);
	const [name] = readdirSync(around);
	if (name === undefined)
		throw new Error(`${root} is not whole; delete it and try again`);
	return join(around, name);
}
