// How is the product started as its user starts it? By its command, with flags, in a folder of its own.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Child, startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { freePorts } from "#world/ports.ts";

export const tidemark = join(import.meta.dirname, "../bin/tidemark");

export type Product = {
	readonly origin: string;
	/** The link it printed: it lets one browser in, once. */
	readonly entryLink: string;
	readonly folder: string;
	/** Of the process that starts the others, and starts them again. */
	readonly pid: number;
	/** All it said so far, on both outputs. */
	output(): string;
	collectorPid(): number;
	webPid(): number;
	/** Asks it to end, and says how long that took. */
	stop(): Promise<number>;
};

export async function startProduct(
	folder: string,
	brokers: Readonly<Record<string, string>>,
	flags: readonly string[] = ["--every", "1s"],
	env: Readonly<Record<string, string>> = {},
	/** A command that becomes the product, such as one with a world of its own. */
	under: readonly string[] = [],
	program = tidemark,
): Promise<Product> {
	const [command = program, ...before] = [...under, program];
	const [port = 0] = await freePorts(1);
	const output = join(folder, `product-${port}.log`);
	const child = startChild({
		command,
		args: [
			...before,
			"start",
			...["--listen", `127.0.0.1:${port}`, "--folder", join(folder, "store")],
			...Object.entries(brokers).flatMap(([name, address]) => [
				"--broker",
				`${name}=${address}`,
			]),
			...flags,
		],
		...{ cwd: folder, output, env },
		graceSeconds: 10,
	});
	const said = () => readFileSync(output, "utf8");
	const printed = eventually(
		() => said().match(/https?:\S+\/enter#key=\S+/)?.[0],
		60_000,
	);
	const ended = child.gone.then(() => Promise.reject(new Error(said())));
	ended.catch(() => {});
	const entryLink = await Promise.race([printed, ended]);
	return {
		origin: new URL(entryLink).origin,
		entryLink,
		...{ folder, pid: child.pid },
		output: said,
		collectorPid: () => childOf(child, "lib/collector/main."),
		webPid: () => childOf(child, "lib/front/main."),
		async stop() {
			const startedMs = performance.now();
			await child.end(20_000);
			return performance.now() - startedMs;
		},
	};
}

/** Another link, as somebody gets one who lost the first. */
export function entryLinkFor({ origin, folder }: Product): Promise<string> {
	const { host } = new URL(origin);
	const store = join(folder, "store");
	return new Promise((resolve, reject) => {
		execFile(
			tidemark,
			["link", "--listen", host, "--folder", store],
			(error, out) => (error ? reject(error) : resolve(out.trim())),
		);
	});
}

function childOf({ pid }: Child, name: string): number {
	const tasks = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
	for (const text of tasks.trim().split(" ")) {
		const line = readFileSync(`/proc/${text}/cmdline`, "utf8");
		if (line.replaceAll("\0", " ").includes(name)) return Number(text);
	}
	throw new Error(`nothing called ${name} runs`);
}
