// Who listens in the tests of pub/sub? Subscribers that keep up, subscribers that stop taking what is sent, and somebody who sends.
import { connect as connectSocket } from "node:net";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import type { Connection } from "../../system.ts";
import { everyChannel } from "../broadcast/configured.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { type Own, openAt } from "./own.ts";

/** Connections are listed every second, not four times a minute. */
export const openQuick = (
	address: string,
	channels = everyChannel,
): Connection =>
	openAt(address, {
		...nothingConfigured,
		members: {
			...{ patienceMs: () => null, shortestMs: 10_000 },
			named: () => false,
		},
		channels,
	});

/** Keeps up with whatever comes. */
export async function listener(
	{ world }: Own,
	how: "subscribe" | "psubscribe" | "ssubscribe",
	...names: readonly string[]
): Promise<{ leave(): void }> {
	const client = new Redis(world.address, { retryStrategy: () => null });
	client.on("error", () => {});
	onTestFinished(() => client.disconnect());
	await client[how](...names);
	return { leave: () => client.disconnect() };
}

/** Says that it listens, and then takes nothing more. */
export async function deafListener(
	{ world }: Own,
	command: string,
): Promise<{ leave(): void }> {
	const socket = connectSocket(world.port, "127.0.0.1");
	socket.on("error", () => {});
	onTestFinished(() => void socket.destroy());
	const answered = new Promise((resolve) => socket.once("data", resolve));
	socket.write(`${command}\r\n`);
	await answered;
	socket.pause();
	return { leave: () => socket.destroy() };
}

/** Sends about so much a second, until it is told to stop. */
export function sender(
	{ client }: Own,
	channel: string,
	how: { readonly bytes: number; readonly perSecond: number },
	command: "PUBLISH" | "SPUBLISH" = "PUBLISH",
): { stop(): void } {
	const message = "x".repeat(how.bytes);
	const count = Math.max(1, Math.round(how.perSecond / how.bytes / 20));
	const timer = setInterval(() => {
		const pipeline = client.pipeline();
		for (let i = 0; i < count; i++) pipeline.call(command, channel, message);
		pipeline.exec().catch(() => null);
	}, 50);
	const stop = () => clearInterval(timer);
	onTestFinished(stop);
	return { stop };
}

/** Until something waits in the server for one who takes nothing: how much lies on the way before that differs. */
export async function fillOutput(
	{ client }: Own,
	channel: string,
): Promise<void> {
	await eventually(async () => {
		const pipeline = client.pipeline();
		for (let i = 0; i < 200; i++) pipeline.publish(channel, "x".repeat(1000));
		await pipeline.exec();
		const lines = String(await client.client("LIST")).split("\n");
		const waiting = lines.some(
			(line) =>
				/ flags=P /.test(line) &&
				Number(/ omem=(\d+)/.exec(line)?.[1]) > 200_000,
		);
		return waiting || undefined;
	}, 20_000);
}

/** Limits for the whole test, and the usual ones afterwards. */
export async function limitOutput({ client }: Own, limit: string) {
	await client.config("SET", "client-output-buffer-limit", `pubsub ${limit}`);
	onTestFinished(async () => {
		const usual = "pubsub 33554432 8388608 60";
		await client.config("SET", "client-output-buffer-limit", usual);
	});
}

const rowIn = (
	readings: readonly Reading[],
	kind: string,
	channel: string,
): Reading | undefined =>
	readings.find((it) => it.kind === kind && it.channel === channel);

/** Reads until a row is as wanted. */
export function until(
	connection: Connection,
	[kind, channel]: readonly [kind: string, channel: string],
	wanted: (row: Reading | undefined) => boolean,
	withinMs = 30_000,
): Promise<Reading | null> {
	return eventually(
		async () => {
			const { readings } = await connection.read();
			const row = rowIn(readings, kind, channel);
			if (wanted(row)) return row ?? null;
			throw new Error(JSON.stringify(row ?? readings));
		},
		withinMs,
		250,
	);
}
