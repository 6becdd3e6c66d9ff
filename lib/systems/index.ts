// Which systems are there? One line each.
import { kafka } from "./kafka/index.ts";
import { rabbitmq } from "./rabbitmq/index.ts";
import { redis } from "./redis/index.ts";
import type { System } from "./system.ts";

export const systems: readonly System[] = [kafka, redis, rabbitmq];

/** The system whose addresses begin with that scheme. */
export const systemOf = (scheme: string): System | null =>
	systems.find((system) => system.schemes.includes(scheme)) ?? null;
