// Does everything work? The check, the tests on real brokers and those in a real browser, one after the other, and one line that sums them up.
import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import { eventually } from "./eventually.ts";
import { type Failure, failuresOf } from "./failures.ts";
import { atLengthOn, longProjects, projectOf } from "./projects.mjs";
import { rabbitProjects } from "./rabbitmq.mjs";
import { sumOf, type Tally, tallyOf } from "./tally.ts";
import { makeTrace } from "./trace.ts";
import { isOwn, otherVersions, usualVersions } from "./versions.mjs";

const root = join(import.meta.dirname, "..");
const reports = join(root, ".tidemark", "reports");
process.chdir(root);
// What is started hundreds of times is compiled once.
process.env.NODE_COMPILE_CACHE ??= join(root, ".tidemark", "compiled");

const trace = makeTrace();
const failures: Failure[] = [];
let current: Child | undefined;
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
	process.on(signal, () => void end());
process.once("disconnect", () => void end());

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

/** A client of the tests sets timers for before now, in each of their processes; a warning of the product itself is still heard. */
const runner = (script: string) => [
	"--disable-warning=TimeoutNegativeWarning",
	join(root, "node_modules", script),
];
const tallies =
	process.argv[2] === "versions"
		? [
				await live("tests on other versions", [
					...longProjects.map(({ name }) => name),
					...usualVersions.filter((it) => !isOwn(it)).map(atLengthOn),
					...otherVersions.map(projectOf),
					...rabbitProjects.map(({ name }) => name),
				]),
				await browser("tests at length in a real browser", ["at length"]),
			]
		: [
				await run("check", "unit", "npm", [
					...["run", "--silent", "check", "--", "--all"],
				]),
				await live("tests on real brokers", [
					...["unit at length", "live"],
					...usualVersions.filter((it) => !isOwn(it)).map(projectOf),
				]),
				await browser("tests in a real browser", [
					...["waiting", "walk", "faults", "screens"],
				]),
			];
tallies.push(await nothingLeft());
const { passed, failed } = sumOf(tallies);
for (const { test, words } of failures)
	console.log(`\nfailed: ${test}\n${words}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function live(title: string, projects: readonly string[]): Promise<Tally> {
	return run(title, "live", process.execPath, [
		...runner("vitest/vitest.mjs"),
		...["run", "--reporter=default", "--reporter=json"],
		"--reporter=world/second-tries.ts",
		...projects.flatMap((name) => ["--project", name]),
		`--outputFile.json=${join(reports, "live.json")}`,
	]);
}

function browser(title: string, projects: readonly string[]): Promise<Tally> {
	return run(title, "e2e", process.execPath, [
		...runner("@playwright/test/cli.js"),
		...["test", "--reporter=list,json"],
		...projects.flatMap((name) => ["--project", name]),
	]);
}

async function run(
	title: string,
	name: string,
	command: string,
	args: readonly string[],
): Promise<Tally> {
	console.log(`\n── ${title}\n`);
	const report = join(reports, `${name}.json`);
	current = startChild({
		command,
		args,
		output: "inherit",
		graceSeconds: 10,
		env: {
			...trace.env,
			PLAYWRIGHT_JSON_OUTPUT_FILE: report,
		},
	});
	const { code } = await current.gone;
	const stage = { exitCode: code, report: read(report) };
	const tally = tallyOf(stage);
	failures.push(...failuresOf(stage.report));
	console.log(`\n${title}: ${tally.passed} passed, ${tally.failed} failed`);
	return tally;
}

function read(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return null;
	}
}

/** What a test started it must end: whatever still runs a moment later is a failure, and is ended. */
async function nothingLeft(): Promise<Tally> {
	const isEmpty = () => trace.left().length === 0 || undefined;
	await eventually(isEmpty, 5000, 250).catch(() => {});
	const left = trace.left();
	for (const { pid, command } of left) {
		console.error(`left running: ${pid} ${command}`);
		try {
			process.kill(pid, "SIGKILL");
		} catch {
			// It has just ended by itself.
		}
	}
	return { passed: 0, failed: left.length === 0 ? 0 : 1 };
}

async function end() {
	if (ending) return;
	ending = true;
	await current?.end(10_000);
	await nothingLeft();
	process.exit(130);
}
