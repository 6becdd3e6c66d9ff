// What does somebody run whose program keeps jobs by rules of its own? Lines in words, for what was left lying and for what failed.
import type { Remedy } from "./layout.ts";

type Own = Extract<Remedy, { by: "its own" }>;

/** In JavaScript as text, whatever is in it. */
const js = (text: string): string => JSON.stringify(text);

/** Any worker takes back a job that has no lock, the second time it sees it so; this one does nothing else. A dead one may have looked last, and locked: each of that lasts for half a minute. */
export function bullMqWay(name: string): Own {
	const at = name.lastIndexOf(":");
	const [prefix, queue] = [name.slice(0, at), name.slice(at + 1)];
	const placeOf = (url: string) =>
		`{prefix:${js(prefix)},connection:{url:${js(url)}}`;
	const recover = (url: string) =>
		`const{Worker}=require("bullmq");const w=new Worker(${js(queue)},null,${placeOf(url)},stalledInterval:2000});w.startStalledCheckTimer();setTimeout(()=>w.close(),45000)`;
	const redrive = (url: string) =>
		`const{Queue}=require("bullmq");const q=new Queue(${js(queue)},${placeOf(url)}});q.retryJobs({state:"failed"}).then(()=>q.close())`;
	return {
		...{ by: "its own", program: "BullMQ" },
		commands: (action, url) => [
			["node", "-e", (action === "recover" ? recover : redrive)(url)],
		],
	};
}

/** Any worker of these queues gives back what was taken longer ago than its program allows. It keeps nothing that failed. */
export const celeryWay = (queues: () => readonly string[]): Own => ({
	...{ by: "its own", program: "Celery" },
	commands: (action) =>
		action === "recover"
			? [["celery", "-A", "<app>", "worker", "-Q", queues().join(",")]]
			: null,
});

/** A worker that ends when nothing waits looks first for jobs whose worker is gone. */
export const rqWay = (queue: string): Own => ({
	...{ by: "its own", program: "RQ" },
	commands: (action, url) => [
		action === "recover"
			? ["rq", "worker", "--burst", "--url", url, queue]
			: ["rq", "requeue", "--all", "--url", url, "--queue", queue],
	],
});
