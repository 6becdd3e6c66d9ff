// Where are Kafka's jars, and how do they get there? Plain JavaScript: the script that readies a bare machine reads it too.
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run.mjs";

/** @typedef {"4.3.1" | "3.9.1"} KafkaVersion */

/** @type {KafkaVersion} */
export const kafkaVersion = "4.3.1";

/** The one that is used, and an older one the tests hold it against. @type {readonly KafkaVersion[]} */
export const kafkaVersions = [kafkaVersion, "3.9.1"];

const root = join(import.meta.dirname, "..");
/** @param {KafkaVersion} version */
export const kafkaFolder = (version) =>
	join(root, ".tidemark", `kafka-${version}`);
/** @param {KafkaVersion} version */
export const jarsFolder = (version) => join(kafkaFolder(version), "jars");

/** @param {KafkaVersion} version */
export const hasJars = (version) =>
	existsSync(join(jarsFolder(version), `kafka_2.13-${version}.jar`));

/**
 * The folder appears whole or not at all: Maven fills one beside it, which then takes its name.
 * @param {KafkaVersion} version
 */
export async function fetchJars(version) {
	if (hasJars(version)) return;
	const folder = kafkaFolder(version);
	await mkdir(folder, { recursive: true });
	await removeAbandoned(folder);
	const part = join(folder, `part-${process.pid}`);
	try {
		await runMaven(version, part);
		await rename(part, jarsFolder(version)).catch((error) => {
			if (!hasJars(version)) throw error;
		});
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

/** @param {string} folder */
async function removeAbandoned(folder) {
	for (const name of await readdir(folder)) {
		const pid = /^part-(\d+)$/.exec(name)?.[1];
		if (pid !== undefined && !isAlive(Number(pid)))
			await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** @type {(version: KafkaVersion, folder: string) => Promise<void>} */
const runMaven = (version, folder) =>
	run("mvn", [
		...["-B", "-q", "-f", join(import.meta.dirname, "pom.xml")],
		`-Dkafka.version=${version}`,
		...["dependency:copy-dependencies", `-DoutputDirectory=${folder}`],
	]);
