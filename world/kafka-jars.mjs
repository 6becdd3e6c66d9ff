// Where are Kafka's jars, and how do they get there? Plain JavaScript: the script that readies a bare machine reads it too.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fetchWhole } from "./fetched.mjs";
import { run } from "./run.mjs";

/** @typedef {"4.3.1" | "3.9.1"} KafkaVersion */

/** @type {KafkaVersion} */
export const kafkaVersion = "4.3.1";

/** The one that is used, and an older one the tests hold it against. @type {readonly KafkaVersion[]} */
export const kafkaVersions = [kafkaVersion, "3.9.1"];

/** What must hold on each, and takes long: every day on the newest, on the others by `npm run test:versions`, which says which. */
export const kafkaToday = kafkaVersions.filter(
	(version) => version === (process.env.TIDEMARK_TEST_KAFKA ?? kafkaVersion),
);

const root = join(import.meta.dirname, "..");
/** @param {KafkaVersion} version */
export const kafkaFolder = (version) =>
	join(root, ".tidemark", `kafka-${version}`);
/** @param {KafkaVersion} version */
export const jarsFolder = (version) => join(kafkaFolder(version), "jars");

/** @param {KafkaVersion} version */
export const hasJars = (version) =>
	existsSync(join(jarsFolder(version), `kafka_2.13-${version}.jar`));

/** @param {KafkaVersion} version */
export const fetchJars = (version) =>
	fetchWhole(jarsFolder(version), (part) => runMaven(version, part));

/** @type {(version: KafkaVersion, folder: string) => Promise<void>} */
const runMaven = (version, folder) =>
	run("mvn", [
		...["-B", "-q", "-f", join(import.meta.dirname, "pom.xml")],
		`-Dkafka.version=${version}`,
		...["dependency:copy-dependencies", `-DoutputDirectory=${folder}`],
	]);
