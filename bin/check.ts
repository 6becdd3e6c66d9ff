// Is the tree fit to be committed? Format, lint, types and the tests that need nothing, each run whatever the others say.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const tools = path.join(root, "node_modules", ".bin");
const report = ".tidemark/reports/unit.json";

const steps: readonly (readonly [name: string, command: readonly string[]])[] =
	[
		["format and lint", ["biome", "ci", "--error-on-warnings"]],
		["types", ["tsc", "--noEmit", "--pretty"]],
		[
			"unit tests",
			[
				"vitest",
				"run",
				"--project=unit",
				"--reporter=default",
				"--reporter=json",
				`--outputFile.json=${report}`,
				// Left alone it keeps one core for itself, which is half of two.
				`--maxWorkers=${availableParallelism()}`,
			],
		],
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
