// How do the shop's programs reach Kafka?
import { Kafka, logLevel } from "kafkajs";

export const kafkaAt = (address: string, clientId: string) =>
	new Kafka({
		clientId,
		brokers: address.replace(/^kafka:\/\//, "").split(","),
		logLevel: logLevel.NOTHING,
		connectionTimeout: 2000,
		requestTimeout: 10_000,
		retry: {
			initialRetryTime: 200,
			maxRetryTime: 3000,
			restartOnFailure: async () => true,
		},
	});
