// Are the npm packages those of the lock file, and is Node 24 among them?
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesAreCurrent } from "./ready-plan.mjs";
import { ask, run } from "./run.mjs";

const root = join(import.meta.dirname, "..");
const stampFile = join(root, "node_modules", ".tidemark-packages");

export const node24 = join(root, "node_modules", ".bin", "node");

/** @type {(path: string) => string | null} */
function read(path) {
	try {
		return readFileSync(join(root, path), "utf8");
	} catch {
		return null;
	}
}

const hashOf = (/** @type {string} */ text) =>
	createHash("sha256").update(text).digest("hex");

export function packagesAreThere() {
	const lock = read("package-lock.json") ?? "{}";
	const installed = read("node_modules/.package-lock.json");
	return packagesAreCurrent({
		lockHash: hashOf(lock),
		stamp: read("node_modules/.tidemark-packages"),
		lock: JSON.parse(lock),
		installed: installed === null ? null : JSON.parse(installed),
	});
}

export async function installPackages() {
	await run("npm", ["ci", "--no-audit", "--no-fund"]);
	stampPackages();
}

export const stampPackages = () =>
	writeFileSync(stampFile, hashOf(read("package-lock.json") ?? "{}"));

/** Its install script fetches the binary; where scripts are off, it is asked for by name. */
export async function installNode() {
	if (isNode24()) return;
	await run("npm", ["rebuild", "node", "--ignore-scripts=false"]);
	if (!isNode24())
		throw new Error(
			"Node 24 did not come with the npm package `node`; please run: npm rebuild node --foreground-scripts",
		);
}

const isNode24 = () => ask(node24, ["--version"])?.startsWith("v24.") === true;
