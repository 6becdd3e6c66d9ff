// Is the built web still the one of these sources? Builds it when it is not, and leaves a stamp that says of which.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import {
	cp,
	mkdir,
	readdir,
	rename,
	rm,
	utimes,
	writeFile,
} from "node:fs/promises";
import path from "node:path";
import { alone } from "./alone.ts";
import { tooOld } from "./supply/oldest.ts";

const root = path.dirname(import.meta.dirname);
const built = path.join(root, ".tidemark/next");
const standalone = path.join(built, "standalone");
const places = path.join(root, ".tidemark/web");
const stampFile = path.join(places, "current");
const placesKept = 4;
const lockFile = path.join(root, ".tidemark/build.lock");

const inputs = [
	"{app,components,lib,public}/**/*",
	"bin/build.ts",
	"next.config.js",
	"proxy.ts",
	"package-lock.json",
	"package.json",
	"{tsconfig,tsconfig.next}.json",
];

/** Tests are not built, and neither are the parts that the web may not import. */
const without = [
	"**/*.test.{ts,tsx}",
	"lib/{systems,collector,config,alerts,front}/**",
];

function stampOf(): string {
	const hash = createHash("sha256").update(process.version);
	const names = globSync(inputs, {
		cwd: root,
		exclude: without,
		withFileTypes: true,
	})
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
	for (const name of names)
		hash
			.update(`\0${path.relative(root, name)}\0`)
			.update(createHash("sha256").update(readFileSync(name)).digest());
	return hash.digest("hex").slice(0, 16);
}

const isBuilt = (stamp: string): boolean =>
	builtBefore() === stamp && isThere(stamp);

const isThere = (stamp: string): boolean =>
	existsSync(path.join(places, stamp, "server.js"));

/** Into a place of its own: a web that runs keeps the files it was started from. */
async function build(stamp: string): Promise<void> {
	await next();
	const statics = path.join(standalone, ".tidemark/next/static");
	await cp(path.join(built, "static"), statics, { recursive: true });
	const pictures = path.join(root, "public");
	if (existsSync(pictures))
		await cp(pictures, path.join(standalone, "public"), { recursive: true });
	await mkdir(places, { recursive: true });
	await rename(standalone, path.join(places, stamp));
	// The server is of the older kind of module; its folder says so to whoever starts it.
	await writeFile(path.join(places, "package.json"), '{"type":"commonjs"}\n');
}

/** The next web that starts is this one; those that run may still be of the few before it. */
async function choose(stamp: string): Promise<void> {
	const now = new Date();
	await utimes(path.join(places, stamp), now, now);
	await writeFile(`${stampFile}.new`, stamp);
	await rename(`${stampFile}.new`, stampFile);
	await forgetOld();
}

const builtBefore = (): string =>
	existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";

async function forgetOld(): Promise<void> {
	const entries = await readdir(places, { withFileTypes: true });
	const dated = entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => path.join(places, name))
		.map((place) => ({ place, chosenMs: statSync(place).mtimeMs }))
		.sort((a, b) => b.chosenMs - a.chosenMs);
	for (const { place } of dated.slice(placesKept))
		await rm(place, { recursive: true });
}

function next(): Promise<void> {
	const program = path.join(root, "node_modules/next/dist/bin/next");
	const child = spawn(process.execPath, [program, "build"], {
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			...process.env,
			NODE_ENV: "production",
			NEXT_TELEMETRY_DISABLED: "1",
		},
	});
	const end = () => child.kill();
	process.once("SIGTERM", end).once("SIGINT", end);
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) =>
			code === 0 ? resolve() : reject(new Error(said)),
		);
	});
}

const installed = (name: string): string =>
	JSON.parse(
		readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8"),
	).version;

await mkdir(path.dirname(lockFile), { recursive: true });
try {
	const holes = tooOld(installed);
	if (holes.length > 0) throw new Error(holes.join("\n"));
	await alone(lockFile, async () => {
		const stamp = stampOf();
		if (isBuilt(stamp)) return console.log("web unchanged");
		const startedMs = performance.now();
		if (!isThere(stamp)) await build(stamp);
		await choose(stamp);
		const seconds = Math.round((performance.now() - startedMs) / 1_000);
		console.log(`web built in ${seconds} s`);
	});
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	console.error("web not built");
	process.exitCode = 1;
}
