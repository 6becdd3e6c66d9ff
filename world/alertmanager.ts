// How is a real Alertmanager started, and asked which alerts it knows?
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { alertmanager } from "./alertmanager.mjs";
import { startChild } from "./child.ts";
import { eventuallyFrom } from "./eventually.ts";
import { freePorts } from "./ports.ts";

export type KnownAlert = {
	readonly labels: Readonly<Record<string, string>>;
	readonly annotations: Readonly<Record<string, string>>;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly generatorURL: string;
};

export type AlertmanagerWorld = {
	readonly url: string;
	/** Those that fire. */
	alerts(): Promise<readonly KnownAlert[]>;
	stop(): Promise<void>;
};

/** Whatever it is told goes on to one address, as soon as it can. */
const settingsFor = (hook: string): string => `
route:
  receiver: hook
  group_by: [alertname]
  group_wait: 0s
  group_interval: 1s
  repeat_interval: 1h
receivers:
  - name: hook
    webhook_configs: [{ url: "${hook}", send_resolved: true }]
`;

export async function startAlertmanager(options: {
	readonly folder: string;
	readonly hook: string;
}): Promise<AlertmanagerWorld> {
	const { folder, hook } = options;
	const { server, cwd } = await alertmanager();
	await mkdir(folder, { recursive: true });
	const settings = join(folder, "alertmanager.yml");
	await writeFile(settings, settingsFor(hook));
	const [port = 0] = await freePorts(1);
	const child = startChild({
		command: server,
		args: [
			`--config.file=${settings}`,
			`--storage.path=${join(folder, "stored")}`,
			`--web.listen-address=127.0.0.1:${port}`,
			"--cluster.listen-address=",
		],
		output: join(folder, "alertmanager.log"),
		cwd: cwd ?? folder,
	});
	const url = `http://127.0.0.1:${port}`;
	try {
		await eventuallyFrom(
			child,
			async () => (await fetch(`${url}/-/ready`)).ok || undefined,
			60_000,
		);
	} catch (error) {
		await child.kill();
		throw new Error(
			`Alertmanager did not start; see ${folder}/alertmanager.log`,
			{ cause: error },
		);
	}
	return {
		url,
		alerts: async () => (await fetch(`${url}/api/v2/alerts`)).json(),
		async stop() {
			await child.kill();
		},
	};
}
