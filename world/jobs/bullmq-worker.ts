// Who works on the jobs of a BullMQ queue? A program of its own, so that it can be killed in the middle of one.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Worker } from "bullmq";

const { values } = parseArgs({
	options: {
		redis: { type: "string", default: "" },
		queue: { type: "string", default: "" },
		/** How long a job may be silent before another worker may have it. */
		lockMs: { type: "string", default: "30000" },
	},
});

// Without the one who kills us we would live for ever.
process.once("disconnect", () => process.exit());

const { hostname, port } = new URL(values.redis);
const lockDuration = Number(values.lockMs);
const worker = new Worker(
	values.queue,
	async ({ name }) => {
		if (name === "fails") throw new Error("as it was told to");
		if (name === "long") await pause(3_600_000);
	},
	{
		connection: {
			...{ host: hostname, port: Number(port), maxRetriesPerRequest: null },
		},
		...{ concurrency: 10, lockDuration, stalledInterval: lockDuration },
		name: "worker-1",
	},
);
worker.on("error", () => {});
await worker.waitUntilReady();
console.log("works");
