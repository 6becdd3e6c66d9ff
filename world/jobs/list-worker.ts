// Who works on the jobs of a plain list? A program that keeps what it has taken in a list of its own until it is done, and that can be killed in between.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Redis } from "ioredis";

const { values } = parseArgs({
	options: {
		redis: { type: "string", default: "" },
		list: { type: "string", default: "" },
		name: { type: "string", default: "worker-1" },
		/** How many it takes before it begins with the first. */
		takes: { type: "string", default: "1" },
		workMs: { type: "string", default: "100" },
	},
});

// Without the one who kills us we would live for ever.
process.once("disconnect", () => process.exit());

const redis = new Redis(values.redis, { maxRetriesPerRequest: null });
redis.on("error", () => {});
const { list } = values;
const own = `${list}:${values.name}:processing`;

for (;;) {
	const jobs: string[] = [];
	while (jobs.length < Number(values.takes)) {
		const job = await redis.blmove(list, own, "RIGHT", "LEFT", 1);
		if (job !== null) jobs.push(job);
	}
	for (const job of jobs) {
		await pause(Number(values.workMs));
		await redis.lrem(own, -1, job);
	}
}
