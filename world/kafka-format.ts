// How does an empty folder become one that Kafka accepts, without waiting 4 s for Kafka's own tool each time?
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { jarsFolder, type KafkaVersion, kafkaFolder } from "./kafka-jars.mjs";
import { type KafkaNode, settingsOf } from "./kafka-settings.ts";

// The first metadata: which features are on. It names no cluster and no node, so one copy serves all.
const firstMetadata = "bootstrap.checkpoint";

export const newId = () => {
	for (;;) {
		const id = randomBytes(16).toString("base64url");
		// Kafka's tools take an id that starts with a dash for an option.
		if (!id.startsWith("-")) return id;
	}
};

export async function format(
	node: KafkaNode,
	clusterId: string,
	version: KafkaVersion,
) {
	const log = join(node.folder, "log");
	await rm(node.folder, { recursive: true, force: true });
	await mkdir(log, { recursive: true });
	await copyTemplate(version, join(log, firstMetadata));
	await writeFile(
		join(log, "meta.properties"),
		`version=1\ncluster.id=${clusterId}\nnode.id=${node.id}\ndirectory.id=${newId()}\n`,
	);
}

async function copyTemplate(version: KafkaVersion, to: string) {
	const template = join(kafkaFolder(version), firstMetadata);
	try {
		await copyFile(template, to);
	} catch {
		await makeTemplate(version, template);
		await copyFile(template, to);
	}
}

/** Once for each version of the jars: Kafka formats a folder that nobody uses, and we keep the one file. */
export async function makeTemplate(version: KafkaVersion, template: string) {
	const folder = join(kafkaFolder(version), `format-${process.pid}`);
	const node = { id: 1, port: 1, controllerPort: 2, folder };
	try {
		await mkdir(folder, { recursive: true });
		const settings = join(folder, "server.properties");
		await writeFile(settings, settingsOf(node, [node]));
		await promisify(execFile)("java", [
			...["-XX:TieredStopAtLevel=1", "-cp", join(jarsFolder(version), "*")],
			...["kafka.tools.StorageTool", "format", "-t", newId(), "-c", settings],
		]);
		await rename(join(folder, "log", firstMetadata), template);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
