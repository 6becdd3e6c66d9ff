// Does the package run where it was installed, with nothing of the place it was made in?
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { signIn } from "../../../../bench/sign-in.ts";
import { startProduct } from "../../../../e2e/product.ts";
import { root } from "../../../supply/lock.ts";

const minutesMs = 600_000;
const run = promisify(execFile);
const env = {
	...process.env,
	PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
};

let folder: string;
let installed: string;
let world: RedisWorld;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-package-"));
	world = await startRedis({ folder: path.join(folder, "server") });
	const pack = ["--disable-warning=ExperimentalWarning", "bin/pack.ts"];
	const made = await run(process.execPath, pack, { cwd: root, env });
	console.log(made.stdout.trim());
	const [, file = ""] = /^(\.tidemark\/\S+\.tgz): /m.exec(made.stdout) ?? [];
	const place = path.join(folder, "place");
	await mkdir(place);
	const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
	const how = ["--prefix", place, "--prefer-offline", ...quiet];
	const npm = ["install", ...how, path.join(root, file)];
	await run("npm", npm, { cwd: place, env, timeout: minutesMs });
	installed = path.join(place, "node_modules");
}, minutesMs);
afterAll(async () => {
	await world?.stop();
	await rm(folder, { recursive: true, force: true });
});

const filesIn = (of: string): readonly string[] =>
	readdirSync(of, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));

/** Whoever installed it may be somebody else than whoever runs it. */
const asItLies = () =>
	filesIn(path.join(installed, "tidemark")).map((file) => [
		file,
		statSync(file).mtimeMs,
	]);

test("there is nothing in it to compile, to test or to find this machine by", () => {
	const ours = path.join(installed, "tidemark");
	const names = filesIn(ours).map((file) => path.relative(ours, file));
	expect(
		names.filter((name) => /\.tsx?$|\.map$|\.(?:test|spec)\./.test(name)),
	).toEqual([]);
	const telling = names.filter((name) =>
		readFileSync(path.join(ours, name)).includes(root),
	);
	expect(telling).toEqual([]);
	for (const name of ["LICENSE", "THIRD-PARTY.md", "licences.txt", "README.md"])
		expect(names).toContain(name);
	const others = readdirSync(installed);
	for (const name of ["next", "sharp", "vite", "typescript", "node", "kafkajs"])
		expect(others).not.toContain(name);
	const bytes = filesIn(installed).map((file) => statSync(file).size);
	const sum = bytes.reduce((all, one) => all + one, 0);
	console.log(`installed: ${(sum / 1e6).toFixed(1)} MB`);
	expect(sum).toBeLessThan(70e6);
});

test("what was installed shows a stream of a real server, and its other commands work", async () => {
	const client = new Redis(world.address);
	await client.xadd("orders", "*", "a", "1");
	await client.xgroup("CREATE", "orders", "shop", "0");
	client.disconnect();
	const before = asItLies();
	const tidemark = path.join(installed, ".bin/tidemark");
	const product = await startProduct(
		...([folder, { jobs: world.address }, ["--every", "1s"]] as const),
		...([{ PATH: env.PATH }, [], tidemark] as const),
	);
	try {
		for (const pid of [product.collectorPid(), product.webPid()]) {
			const [, ...said] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split(
				"\0",
			);
			expect(said.join(" ")).toContain(path.join(installed, "tidemark"));
			expect(said.join(" ")).not.toContain(root);
		}
		const ask = await signIn(product);
		type Board = { readonly rows: readonly { readonly channel: string }[] };
		await eventually(async () => {
			const { rows } = await ask<Board>("GET", "/api/board");
			return rows.find(({ channel }) => channel === "orders");
		}, 60_000);
		expect(await ask("GET", "/api/openapi.json")).toHaveProperty("paths");
		for (const page of ["/", "/enter", "/mark.svg"])
			expect((await fetch(`${product.origin}${page}`)).status).toBe(200);
		const where = ["--folder", path.join(folder, "store")];
		const told = async (...args: readonly string[]) =>
			(await run(tidemark, [...args, ...where], { cwd: folder, env })).stdout;
		const listen = ["--listen", new URL(product.origin).host];
		const broker = ["--broker", `jobs=${world.address}`];
		expect(await told("link", ...listen)).toContain("/enter#key=");
		expect(await told("backup")).toContain("is whole");
		expect(await told("audit", "verify")).toContain("whole");
		const seen = await run(
			tidemark,
			["doctor", ...listen, ...broker, ...where],
			{
				...{ cwd: folder, env },
			},
		);
		expect(seen.stdout).toContain("The store is whole");
	} finally {
		await product.stop();
	}
	const backups = path.join(folder, "store/backups");
	const [backup = ""] = readdirSync(backups);
	const to = ["--folder", path.join(folder, "elsewhere")];
	await run(tidemark, ["restore", path.join(backups, backup), ...to], {
		...{ cwd: folder, env },
	});
	expect(readdirSync(path.join(folder, "elsewhere"))).toContain("tidemark.db");
	expect(asItLies()).toEqual(before);
});
