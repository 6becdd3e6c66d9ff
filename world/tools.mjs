// Which programs that the project does not bring along are on this machine, and can they be installed?
import { existsSync } from "node:fs";
import { clockLibrary } from "./clock-library.mjs";
import { javaVersion, wayToInstall } from "./ready-plan.mjs";
import { ask, run, which } from "./run.mjs";

const macChrome =
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const macChromium = "/Applications/Chromium.app/Contents/MacOS/Chromium";

/** Chromium without windows, menus and their pages: tests take less of the processor in it. */
const shell = "chromium-headless-shell";

/** @type {() => string | null} */
export function chromium() {
	const { TIDEMARK_CHROMIUM } = process.env;
	if (TIDEMARK_CHROMIUM !== undefined) return TIDEMARK_CHROMIUM;
	const names = [shell, "chrome-headless-shell", "chromium"];
	names.push("google-chrome", "google-chrome-stable", "chrome");
	for (const name of names) {
		const path = which(name);
		if (path !== null) return path;
	}
	return [macChrome, macChromium].find((path) => existsSync(path)) ?? null;
}

/** @type {Record<import("./ready-plan.mjs").Tool, () => boolean>} */
const isThere = {
	"redis-server": () => which("redis-server") !== null,
	java: () => (javaVersion(ask("java", ["-version"])) ?? 0) >= 17,
	maven: () => which("mvn") !== null,
	chromium: () => chromium() !== null,
	libfaketime: () => clockLibrary() !== null,
};

/** @type {(wanted: readonly import("./ready-plan.mjs").Tool[]) => import("./ready-plan.mjs").Tool[]} */
export const missingOf = (wanted) => wanted.filter((tool) => !isThere[tool]());

/**
 * Installs what it may, and returns a sentence for the person where it may not or could not.
 * @type {(missing: readonly import("./ready-plan.mjs").Tool[]) => Promise<string | null>}
 */
export async function install(missing) {
	const hasApt = which("apt-get") !== null;
	const isRoot = process.getuid?.() === 0;
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	if (hasApt && isRoot) await run("apt-get", ["update", "-q"], { env });
	const way = wayToInstall(missing, {
		platform: process.platform,
		isRoot,
		hasApt,
		hasBrew: which("brew") !== null,
		apt: {
			"redis-server": "redis-server",
			java: hasApt ? javaPackage() : null,
			maven: "maven",
			chromium: hasApt ? offered([shell, "chromium"]) : null,
			libfaketime: "libfaketime",
		},
	});
	if ("say" in way) return way.say;
	const args = ["install", "-y", "-q", "--no-install-recommends", ...way.apt];
	await run("apt-get", args, { env });
	return null;
}

/** Not `default-jre-headless`: it is Java 11 in releases that offer 17 beside it. */
function javaPackage() {
	return offered(
		[21, 17, 25].map((version) => `openjdk-${version}-jre-headless`),
	);
}

/** The first that this release of the distribution has. */
const offered = (/** @type {readonly string[]} */ names) =>
	names.find((name) => ask("apt-cache", ["show", "-q", name]) !== null) ?? null;
