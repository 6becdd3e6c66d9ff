// Which benchmarks are there? `npm run bench` runs all, `npm run bench -- look` one, `npm run bench -- compare` those of the table in the README.
import { tell } from "./compared.ts";

const benches = [
	...["board", "clean-up", "history", "look", "kafka", "metrics", "redis"],
	...["rabbitmq", "reset", "judge", "verdicts", "alerts"],
];

const comparing = ["verdicts", "kafka", "reset", "redis", "rabbitmq"];

// What follows a flag is for the benchmark itself.
const flagAt = process.argv.findIndex((word) => word.startsWith("--"));
const asked = process.argv
	.slice(2, flagAt < 0 ? undefined : flagAt)
	.flatMap((name) => (name === "compare" ? comparing : [name]));
const wrong = asked.filter((name) => !benches.includes(name));
if (wrong.length > 0) {
	process.stderr.write(
		`There is no benchmark "${wrong.join('", "')}"; there are: ${benches.join(", ")}, and compare.\n`,
	);
	process.exit(2);
}
for (const name of asked.length > 0 ? asked : benches)
	await import(`./${name}.ts`);
tell();
