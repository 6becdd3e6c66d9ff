// How does Kafka start without reading and checking thousands of classes each time? From an archive of them, which Java itself makes.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type KafkaVersion, kafkaFolder } from "./kafka-jars.mjs";

export const classArchive = (version: KafkaVersion): string =>
	join(kafkaFolder(version), "classes.jsa");

/** An older Java, or one of another make, starts as it always did; so does each whose archive another one made. */
const orWithout = "-XX:+IgnoreUnrecognizedVMOptions";

export const sharedClasses = (version: KafkaVersion): readonly string[] =>
	existsSync(classArchive(version))
		? [orWithout, `-XX:SharedArchiveFile=${classArchive(version)}`]
		: [];

export const archiving = (to: string): readonly string[] => [
	...[orWithout, `-XX:ArchiveClassesAtExit=${to}`],
];
