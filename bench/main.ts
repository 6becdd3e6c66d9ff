// Which benchmarks are there? `npm run bench` runs all, `npm run bench -- look` one.

const benches = [
	...["board", "clean-up", "history", "look", "kafka", "metrics", "redis"],
	...["rabbitmq", "reset", "judge", "verdicts", "alerts"],
];

// What follows a flag is for the benchmark itself.
const flagAt = process.argv.findIndex((word) => word.startsWith("--"));
const asked = process.argv.slice(2, flagAt < 0 ? undefined : flagAt);
const wrong = asked.filter((name) => !benches.includes(name));
if (wrong.length > 0) {
	process.stderr.write(
		`There is no benchmark "${wrong.join('", "')}"; there are: ${benches.join(", ")}.\n`,
	);
	process.exit(2);
}
for (const name of asked.length > 0 ? asked : benches)
	await import(`./${name}.ts`);

export {};
