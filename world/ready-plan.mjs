// What does this machine lack, and how does it get it? Decisions only: nothing here runs anything.

/**
 * @typedef {"redis-server" | "java" | "maven" | "chromium" | "libfaketime"} Tool
 * @typedef {{ platform: NodeJS.Platform, isRoot: boolean, hasApt: boolean, hasBrew: boolean, apt: Record<Tool, string | null> }} Machine
 */

/** @type {Record<Tool, string>} */
const brewNames = {
	"redis-server": "redis",
	java: "openjdk",
	maven: "maven",
	chromium: "--cask chromium",
	libfaketime: "libfaketime",
};

/** @type {Record<Tool, string>} */
const plainNames = {
	"redis-server": "Redis 6.2 or later (redis-server)",
	java: "Java 17 or later (java)",
	maven: "Maven (mvn)",
	chromium: "Chromium or Google Chrome",
	libfaketime: "libfaketime, with which tests set the clock of one program",
};

/**
 * Packages to install here and now, or the sentence that tells a person what to do.
 * @type {(missing: readonly Tool[], machine: Machine) => { apt: string[] } | { say: string }}
 */
export function wayToInstall(missing, machine) {
	const packages = missing.map((tool) => machine.apt[tool]);
	const known = packages.filter((name) => name !== null);
	if (machine.platform === "linux" && machine.hasApt) {
		if (known.length < missing.length) return { say: sentenceOf(missing) };
		if (machine.isRoot) return { apt: known };
		return { say: `Please run: sudo apt-get install ${known.join(" ")}` };
	}
	if (machine.platform === "darwin" && machine.hasBrew) {
		const lines = missing.map((tool) => `brew install ${brewNames[tool]}`);
		return { say: `Please run: ${lines.join(" && ")}` };
	}
	return { say: sentenceOf(missing) };
}

/** @param {readonly Tool[]} missing */
const sentenceOf = (missing) =>
	`Please install ${missing.map((tool) => plainNames[tool]).join(" and ")}.`;

/**
 * `openjdk version "17.0.15"` is 17; the old `java version "1.8.0"` is 8.
 * @type {(printed: string | null) => number | null}
 */
export function javaVersion(printed) {
	const found = /version "(\d+)(?:\.(\d+))?/.exec(printed ?? "");
	if (found === null) return null;
	return Number(found[1] === "1" ? found[2] : found[1]);
}

/**
 * Without a stamp of ours, npm's own record of what it installed decides: a person may have run `npm ci`.
 * @type {(state: { lockHash: string, stamp: string | null, lock: Lock, installed: Lock | null }) => boolean}
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 */
export function packagesAreCurrent({ lockHash, stamp, lock, installed }) {
	if (installed === null) return false;
	if (stamp !== null) return stamp === lockHash;
	const wanted = Object.entries(lock.packages).filter(([path]) => path !== "");
	const extra = Object.keys(installed.packages).filter(
		(path) => lock.packages[path] === undefined,
	);
	return (
		extra.length === 0 &&
		wanted.every(([path, { version, optional }]) => {
			const found = installed.packages[path];
			// Optional ones are mostly for other platforms.
			return found === undefined
				? optional === true
				: found.version === version;
		})
	);
}

/** @typedef {"demo" | "dev" | "test" | "versions"} Mode */

/** What somebody looks at, and not a test. @param {Mode} mode */
export const isShown = (mode) => mode === "demo" || mode === "dev";

/**
 * A demo goes on with the brokers it can have; tests want them all, but for one that only Debian carries: without it those about it fail.
 * @type {(mode: Mode, have: Record<"kafka" | "redis" | "rabbitmq", boolean>) => { goOn: boolean, without: string[] }}
 */
export function brokersFor(mode, have) {
	const without = Object.entries(have)
		.filter(([, has]) => !has)
		.map(([broker]) => broker);
	const goOn = isShown(mode) ? without.length < 3 : have.kafka && have.redis;
	return { goOn, without };
}
