// Which RabbitMQ do the tests and the demo run against? Those of Debian with their own Erlang, unpacked beside the project and not installed. Plain JavaScript for any Node from 20.
import { existsSync, readdirSync } from "node:fs";
import { open, readFile, rename, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { unpackFrom } from "./debian.mjs";
import { fetchWhole } from "./fetched.mjs";
import { ask } from "./run.mjs";

/** @typedef {"3.10" | "4.0"} RabbitVersion */

/** @type {Readonly<Record<RabbitVersion, string>>} */
const suites = { "3.10": "bookworm", "4.0": "trixie" };

/** The one that demo and tests start. @type {RabbitVersion} */
export const usualRabbit = "3.10";

/** Asked for by `npm run test:versions`. @type {readonly RabbitVersion[]} */
export const otherRabbits = ["4.0"];

/** The name of the tests on it. @param {RabbitVersion} version */
export const rabbitProjectOf = (version) => `rabbitmq ${version}`;

/**
 * For vitest.config.ts: on the usual one those that take minutes of the processor, which `npm test` leaves out, and on others
 * all of them, told which server to start.
 */
export const rabbitProjects = [
	{
		name: rabbitProjectOf(usualRabbit),
		include: ["lib/systems/rabbitmq/live/long/*.live.test.ts"],
	},
	...otherRabbits.map((version) => ({
		name: rabbitProjectOf(version),
		include: ["lib/systems/rabbitmq/live/**/*.live.test.ts"],
		env: { TIDEMARK_TEST_RABBITMQ: version },
	})),
];

const places = () =>
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");

/** @param {RabbitVersion} version */
const folderOf = (version) => join(places(), `rabbitmq-${suites[version]}`);

export const hasRabbit = () => existsSync(folderOf(usualRabbit));

/**
 * Where its own scripts lie, and Erlang's. It is fetched when it is not there, 60 MB.
 * @type {(version?: RabbitVersion) => Promise<{ scripts: string, erlang: string }>}
 */
export async function rabbitmq(version = usualRabbit) {
	const folder = folderOf(version);
	try {
		await fetchWhole(folder, async (part) => {
			await unpackFrom(suites[version], ["rabbitmq-server"], part);
			await makeMovable(part);
			if (ask(join(erlangOf(part), "bin", "erl"), ["+V"]) === null)
				throw new Error("its Erlang does not run on this machine");
		});
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`There is no RabbitMQ ${version} for the tests: ${why}`);
	}
	const servers = join(folder, "usr", "lib", "rabbitmq", "lib");
	const [server] = readdirSync(servers);
	if (server === undefined)
		throw new Error(`${folder} is not whole; delete it and try again`);
	return {
		scripts: join(servers, server, "sbin"),
		erlang: join(erlangOf(folder), "bin"),
	};
}

/** @param {string} root */
const erlangOf = (root) => join(root, "usr", "lib", "erlang");

/** Scripts know Erlang by where a package would put it, and its programs are of another release than this machine's. @param {string} root */
async function makeMovable(root) {
	const erlang = erlangOf(root);
	const runtime = readdirSync(erlang).find((name) => name.startsWith("erts-"));
	if (runtime === undefined) throw new Error(`${root} holds no Erlang`);
	for (const folder of ["bin", join(runtime, "bin")]) {
		const script = join(erlang, folder, "erl");
		const text = await readFile(script, "utf8");
		const up = relative(join(erlang, folder), erlang);
		const place = `ROOTDIR="$(cd "$(dirname "$(readlink -f "$0")")/${up}" && pwd)"`;
		await writeFile(
			script,
			text.replaceAll("ROOTDIR=/usr/lib/erlang", () => place),
		);
	}
	const libraries = readdirSync(join(erlang, "lib"));
	for (const folder of [
		join(erlang, runtime, "bin"),
		...libraries.map((name) => join(erlang, "lib", name, "priv", "bin")),
	]) {
		if (!existsSync(folder)) continue;
		for (const name of readdirSync(folder))
			if (await isBinary(join(folder, name))) await lead(root, folder, name);
	}
}

/** @param {string} path */
async function isBinary(path) {
	const file = await open(path);
	try {
		const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
		return buffer.toString("latin1") === "\u007fELF";
	} finally {
		await file.close();
	}
}

/** A script takes the place of a program, and becomes it with the libraries that came along. @type {(root: string, folder: string, name: string) => Promise<void>} */
async function lead(root, folder, name) {
	const up = relative(folder, root);
	const all = ["usr/lib", "lib"].flatMap((libraries) =>
		existsSync(join(root, libraries))
			? readdirSync(join(root, libraries))
					.filter((it) => it.endsWith("-linux-gnu"))
					.map((it) => `${libraries}/${it}`)
			: [],
	);
	const loader = all
		.flatMap((libraries) =>
			readdirSync(join(root, libraries)).map((it) => `${libraries}/${it}`),
		)
		.find((path) => /\/ld-linux[^/]*$/.test(path));
	if (loader === undefined) throw new Error(`${root} holds no loader`);
	await rename(join(folder, name), join(folder, `${name}.own`));
	const script = [
		"#!/bin/sh",
		`here="$(dirname "$(readlink -f "$0")")"; root="$here/${up}"`,
		`libraries="${all.map((it) => `$root/${it}`).join(":")}"`,
		`exec "$root/${loader}" --argv0 "$0" --library-path "$libraries" "$here/${name}.own" "$@"`,
	];
	await writeFile(join(folder, name), `${script.join("\n")}\n`, {
		mode: 0o755,
	});
}
