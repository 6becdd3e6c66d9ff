// Is the tree fit to be committed? Format, lint, types, and of the tests that need nothing those that the change reaches; all of them with --all. Each is run whatever the others say.
import { spawn } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const tools = path.join(root, "node_modules", ".bin");
const report = ".tidemark/reports/unit.json";

const unit = [
	...["vitest", "run", "--project=unit", "--reporter=default"],
	// Left alone it keeps one core for itself, which is half of two.
	`--maxWorkers=${availableParallelism()}`,
];
/** They read the tree, and nobody knows from imports what reaches them. */
const ofTheTree = globSync("{lib,deploy}/*.test.ts", { cwd: root });

type Step = readonly [name: string, command: readonly string[]];

const tests: readonly Step[] = process.argv.includes("--all")
	? [
			[
				"unit tests",
				[...unit, "--reporter=json", `--outputFile.json=${report}`],
			],
		]
	: [
			["tests of the tree", [...unit, ...ofTheTree]],
			[
				"tests that the change reaches",
				[...unit, "--changed", "--passWithNoTests"],
			],
		];

const steps: readonly Step[] = [
	["format and lint", ["biome", "ci", "--error-on-warnings"]],
	["types", ["tsc", "--noEmit", "--pretty"]],
	...tests,
];

/** The tools are scripts that ask the path for node: ours comes first, whichever the machine has. */
const env = {
	...process.env,
	PATH: `${tools}${path.delimiter}${process.env.PATH ?? ""}`,
};

function run([tool = "", ...rest]: readonly string[]): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn(path.join(tools, tool), rest, {
			cwd: root,
			env,
			stdio: "inherit",
		});
		child.once("error", (error) => {
			console.error(error.message);
			resolve(false);
		});
		child.once("exit", (code) => resolve(code === 0));
	});
}

// A report from an earlier run must not speak for one that never got as far.
rmSync(path.join(root, report), { force: true });

const outcomes: string[] = [];
for (const [name, command] of steps) {
	const startedMs = performance.now();
	const passed = await run(command);
	const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
	const outcome = `${passed ? "✓" : "✗"} ${name}: ${passed ? "passed" : "failed"} in ${seconds} s`;
	console.log(`${outcome}\n`);
	outcomes.push(outcome);
	if (!passed) process.exitCode = 1;
}
console.log(outcomes.join("\n"));
