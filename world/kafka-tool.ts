// How is one of Kafka's own command-line tools started? It is a class in the jars, and costs a Java of its own: for a few long-lived ones.
import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import { jarsFolder, type KafkaVersion, kafkaVersion } from "./kafka-jars.mjs";

export type KafkaTool = {
	/** Within `org.apache.kafka.tools`: `consumer.ConsoleConsumer`. */
	readonly tool: string;
	readonly args: readonly string[];
	/** A file that receives what it prints. */
	readonly output: string;
	readonly version?: KafkaVersion;
};

export const startTool = (options: KafkaTool): Child =>
	startChild({
		command: "java",
		args: [
			...["-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"],
			"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
			...["-cp", join(jarsFolder(options.version ?? kafkaVersion), "*")],
			`org.apache.kafka.tools.${options.tool}`,
			...options.args,
		],
		output: options.output,
	});
