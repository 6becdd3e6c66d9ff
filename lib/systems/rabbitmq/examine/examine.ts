// What is wrong with how a broker is set up, its rights, its clock, its certificate, its version, that no reading tells?
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import { placesFailing } from "../../places.ts";
import { certificateAt } from "../../shown-certificate.ts";
import type { OpenOptions } from "../../system.ts";
import { type Client, openClient } from "../connection/client.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { flagIn, listOf, textIn } from "../connection/json.ts";
import { asking, isAddressable, pathOf } from "../connection/paths.ts";
import { doorsOf } from "../connection/places.ts";
import { virtualHostOf } from "../connection/settings.ts";

const oldest = "3.10";

export async function examine({
	address,
	settings = nothingConfigured,
	deadlineMs,
}: OpenOptions<Configured>): Promise<readonly Symptom[]> {
	const untilMs = performance.now() + 0.9 * deadlineMs;
	const leftMs = () => Math.max(1, Math.round(untilMs - performance.now()));
	const doors = doorsOf(address, settings);
	const client = openClient(address, settings);
	try {
		const parts = await Promise.allSettled([
			placesFailing(doors, leftMs()),
			...doors.map((door) =>
				door.tls === null ? [] : certificateAt(door, door.tls, leftMs()),
			),
			atManagement(client, virtualHostOf(address), untilMs),
		]);
		const found = parts.flatMap((it) => ("value" in it ? it.value : []));
		const failed = parts.find((it) => it.status === "rejected");
		if (found.length === 0 && failed) throw failed.reason;
		return found;
	} finally {
		client.close();
	}
}

async function atManagement(
	client: Client,
	virtualHost: string | null,
	untilMs: number,
): Promise<readonly Symptom[]> {
	const columns = "rabbitmq_version,disable_stats";
	const path = asking(pathOf("overview"), { columns });
	const sentMs = Date.now();
	const answer = await client.ask({ method: "GET", path }, untilMs);
	const heardMs = Date.now();
	const me = await client.read(pathOf("whoami"), untilMs);
	const version = textIn(answer.body, "rabbitmq_version");
	return [
		...knownAs(textIn(me, "name")),
		...clockSymptoms(answer.dateMs, sentMs, heardMs),
		...(version !== null && isOld(version)
			? [symptom("old version", { version, oldest })]
			: []),
		...(await rightsMissing(client, virtualHost, untilMs)),
		...(flagIn(answer.body, "disable_stats") === true ? [uncounted] : []),
	];
}

const knownAs = (user: string | null): readonly Symptom[] =>
	user === null ? [] : [symptom("known as", { user })];

const uncounted = symptom("told less", {
	...{ right: "management.disable_stats = false", on: "the server" },
	lost: "how much comes and goes, and who reads, is not known",
});

/** It tells whole seconds, and was asked somewhere between the two moments: only what lies outside them is proved. */
function clockSymptoms(
	dateMs: number | null,
	sentMs: number,
	heardMs: number,
): readonly Symptom[] {
	if (dateMs === null) return [];
	const ahead = Math.max(0, dateMs - heardMs);
	const behind = Math.max(0, sentMs - (dateMs + 999));
	return [symptom("clock", { apartMs: ahead - behind })];
}

async function rightsMissing(
	client: Client,
	virtualHost: string | null,
	untilMs: number,
): Promise<readonly Symptom[]> {
	const nodes = asking(pathOf("nodes"), { columns: "name" });
	const symptoms: Symptom[] = [];
	if (!(await isAnswered(client, nodes, untilMs)))
		symptoms.push(
			symptom("told less", {
				...{ right: "tag monitoring", on: "nodes" },
				lost: "alarms, and nodes that fail, are not known",
			}),
		);
	if (virtualHost === null && (await areHidden(client, untilMs)))
		symptoms.push(
			symptom("hidden by name", {
				...{ what: "queues", right: "a permission in their virtual host" },
			}),
		);
	return symptoms;
}

const virtualHostsLooked = 50;

/** Of a virtual host in which a user has no permission nothing is listed, as if it held nothing. */
async function areHidden(client: Client, untilMs: number): Promise<boolean> {
	const path = asking(pathOf("vhosts"), { columns: "name" });
	const names = listOf(await client.read(path, untilMs))
		.flatMap((it) => textIn(it, "name") ?? [])
		.filter((name) => isAddressable(name))
		.slice(0, virtualHostsLooked);
	const answered = await Promise.all(
		names.map((name) => {
			const one = { page: 1, page_size: 1, columns: "name" };
			return isAnswered(client, asking(pathOf("queues", name), one), untilMs);
		}),
	);
	return names.length === 0 || answered.includes(false);
}

const isAnswered = async (client: Client, path: string, untilMs: number) =>
	(await client.ask({ method: "GET", path }, untilMs)).code === 200;

export function isOld(version: string): boolean {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major < 3 || (major === 3 && minor < 10);
}
