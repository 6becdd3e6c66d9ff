// How do programs of another release of Debian come to this machine, beside its own? The ordinary client fetches them into a folder, and nothing is installed.
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ask, run, which } from "./run.mjs";

const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * Leaves below `folder` what the packages and all they need would have put below the root.
 * @type {(suite: string, packages: readonly string[], folder: string) => Promise<void>}
 */
export async function unpackFrom(suite, packages, folder) {
	if (which("apt-get") === null || which("dpkg") === null)
		throw new Error("this machine has no apt-get");
	const own = join(folder, "apt");
	const mirror = (await mirrorOf(own)) ?? fail("apt-get knows no Debian here");
	const signed = existsSync(keys) ? ` [signed-by=${keys}]` : "";
	await writeSettings(own, `deb${signed} ${mirror} ${suite} main\n`);
	await aptGet(own, ["update"]);
	const how = ["-y", "--no-install-recommends", "--download-only"];
	await aptGet(own, ["install", ...how, ...packages]);
	const archives = join(own, "cache", "archives");
	for (const name of await readdir(archives))
		if (name.endsWith(".deb"))
			await run("dpkg", ["-x", join(archives, name), folder]);
	await rm(own, { recursive: true, force: true });
}

/**
 * One package without what it needs: for a program that stands by itself. It is of this machine's own release.
 * @type {(name: string, folder: string) => Promise<void>}
 */
export async function unpackAlone(name, folder) {
	if (which("apt-get") === null || which("dpkg") === null)
		throw new Error("this machine has no apt-get");
	const own = join(folder, "apt");
	await writeSettings(own, null);
	await aptGet(own, ["update"]);
	// It downloads to where it stands.
	const here = 'cd "$1" && apt-get -c apt.conf -q download "$2"';
	await run("sh", ["-c", here, "sh", own, name]);
	for (const file of await readdir(own))
		if (file.endsWith(".deb"))
			await run("dpkg", ["-x", join(own, file), folder]);
	await rm(own, { recursive: true, force: true });
}

/**
 * The one this machine takes its own packages from; where it has never asked, it is asked for in our folder.
 * @param {string} own
 */
async function mirrorOf(own) {
	const known = firstMirror([]);
	if (known !== null) return known;
	await writeSettings(own, null);
	await aptGet(own, ["update"]);
	return firstMirror(["-c", join(own, "apt.conf")]);
}

/** @param {string[]} options */
const firstMirror = (options) =>
	ask("apt-get", [
		...[...options, "indextargets", "--format", "$(SITE)"],
		...["Created-By: Packages", "Origin: Debian", "Component: main"],
	])?.split("\n")[0] || null;

/**
 * Everything apt writes lies in our folder, and what the machine does after its own updates is not done.
 * @type {(own: string, source: string | null) => Promise<void>}
 */
async function writeSettings(own, source) {
	await mkdir(join(own, "lists", "partial"), { recursive: true });
	await mkdir(join(own, "cache", "archives", "partial"), { recursive: true });
	await writeFile(join(own, "installed"), "");
	if (source !== null) await writeFile(join(own, "sources.list"), source);
	const settings = [
		["Dir::State::lists", join(own, "lists")],
		["Dir::State::status", join(own, "installed")],
		["Dir::Cache", join(own, "cache")],
		["Dir::Etc::preferences", "-"],
		["Dir::Etc::preferencesparts", "-"],
		["APT::Default-Release", ""],
		// Only root could become somebody else, who may not enter our folder.
		["APT::Sandbox::User", "root"],
		["Acquire::Languages", "none"],
		["Acquire::IndexTargets::deb::DEP-11::DefaultEnabled", "false"],
		["Acquire::Retries", "2"],
		["Acquire::http::Timeout", "20"],
		...(source === null
			? []
			: [
					["Dir::Etc::sourcelist", join(own, "sources.list")],
					["Dir::Etc::sourceparts", "-"],
				]),
	].map(([name, value]) => `${name} ${JSON.stringify(value)};\n`);
	const hooks = [
		"APT::Update::Pre-Invoke",
		"APT::Update::Post-Invoke",
		"APT::Update::Post-Invoke-Success",
	].map((name) => `#clear ${name};\n`);
	await writeFile(join(own, "apt.conf"), [...hooks, ...settings].join(""));
}

/** @type {(own: string, args: string[]) => Promise<void>} */
const aptGet = (own, args) =>
	run("apt-get", ["-c", join(own, "apt.conf"), "-q", ...args], {
		env: { LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
	});

/** @type {(why: string) => never} */
function fail(why) {
	throw new Error(why);
}
