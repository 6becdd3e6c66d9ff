// How is a real Prometheus started that scrapes one address, and asked what it knows?
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startChild } from "./child.ts";
import { eventuallyFrom } from "./eventually.ts";
import { freePorts } from "./ports.ts";
import { prometheus } from "./prometheus.mjs";

export type Found = {
	readonly labels: Readonly<Record<string, string>>;
	readonly value: number;
};

export type PrometheusWorld = {
	/** What an expression is worth now. */
	query(expression: string): Promise<readonly Found[]>;
	stop(): Promise<void>;
};

export async function startPrometheus(options: {
	readonly folder: string;
	/** `http://127.0.0.1:port` of what it scrapes. */
	readonly origin: string;
	readonly token: string;
}): Promise<PrometheusWorld> {
	const { folder, origin, token } = options;
	const { server } = await prometheus();
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "token"), token, { mode: 0o600 });
	await writeFile(join(folder, "prometheus.yml"), settingsFor(origin));
	const [port = 0] = await freePorts(1);
	const child = startChild({
		command: server,
		args: [
			`--config.file=${join(folder, "prometheus.yml")}`,
			`--storage.tsdb.path=${join(folder, "stored")}`,
			`--web.listen-address=127.0.0.1:${port}`,
		],
		output: join(folder, "prometheus.log"),
		cwd: folder,
	});
	const own = `http://127.0.0.1:${port}`;
	try {
		await eventuallyFrom(
			child,
			async () => (await fetch(`${own}/-/ready`)).ok || undefined,
			60_000,
		);
	} catch (error) {
		await child.kill();
		throw new Error(`Prometheus did not start; see ${folder}/prometheus.log`, {
			cause: error,
		});
	}
	return {
		query: (expression) => ask(own, expression),
		async stop() {
			await child.kill();
		},
	};
}

const settingsFor = (origin: string): string => `
scrape_configs:
  - job_name: tidemark
    scrape_interval: 1s
    scrape_timeout: 1s
    authorization:
      credentials_file: token
    static_configs:
      - targets: ["${new URL(origin).host}"]
`;

async function ask(own: string, expression: string): Promise<readonly Found[]> {
	const address = `${own}/api/v1/query?query=${encodeURIComponent(expression)}`;
	const {
		status: outcome,
		error,
		data: told,
	} = await (await fetch(address)).json();
	if (outcome !== "success") throw new Error(`${expression}: ${error}`);
	const found: { metric: Record<string, string>; value: [number, string] }[] =
		told.result;
	return found.map(({ metric: { __name__: _, ...labels }, value }) => ({
		labels,
		value: Number(value[1]),
	}));
}
