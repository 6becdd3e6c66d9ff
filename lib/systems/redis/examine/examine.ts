// What is wrong with how a server is set up, its rights, its clock, its version, and where it sends us? Over connections of its own.
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import type { Address } from "../../address.ts";
import { type Place, placesFailing, sentNowhere } from "../../places.ts";
import { certificateAt } from "../../shown-certificate.ts";
import type { OpenOptions } from "../../system.ts";
import { ask } from "../connection/ask.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { msOf } from "../connection/identity.ts";
import type { Link } from "../connection/link.ts";
import { placeOf } from "../connection/options.ts";
import { fieldOf, versionOf } from "../connection/version.ts";
import { within } from "../connection/within.ts";
import { textOf } from "../streams/replies.ts";
import { askTable } from "../topology/ask-table.ts";
import { type Doors, openDoors } from "../topology/doors.ts";
import { reached } from "../topology/place.ts";
import {
	isSentinel,
	setIn,
	usualPort as watchersPort,
} from "../topology/sentinel.ts";
import { originalOf } from "../topology/sentinel-replies.ts";
import { versionSymptoms } from "./holes.ts";
import { cleanUpRights, keysRefused, knownAs } from "./rights.ts";

const usualPort = 6379;
const announced = {
	cluster:
		"cluster-announce-ip and cluster-announce-port there, or nodes beside the address here",
	sentinel:
		"replica-announce-ip there and sentinel announce-ip, or nodes beside the address here",
};

type Asked = {
	readonly settings: Configured;
	readonly untilMs: number;
};

const leftOf = ({ untilMs }: Asked): number =>
	Math.max(1, Math.round(untilMs - performance.now()));

export async function examine({
	address,
	settings = nothingConfigured,
	deadlineMs,
}: OpenOptions<Configured>): Promise<readonly Symptom[]> {
	const asked = { settings, untilMs: performance.now() + 0.9 * deadlineMs };
	const port = isSentinel(address) ? watchersPort : usualPort;
	const places = address.hosts.map((it) => ({ ...it, port: it.port ?? port }));
	const parts = await Promise.allSettled([
		placesFailing(places, leftOf(asked)),
		certificates(address, places, asked),
		isSentinel(address)
			? behindSentinel(address, places, asked)
			: atServer(address, places, asked),
	]);
	const found = parts.flatMap((it) => ("value" in it ? it.value : []));
	const failed = parts.find((it) => it.status === "rejected");
	if (found.length === 0 && failed) throw failed.reason;
	return found;
}

async function certificates(
	address: Address,
	places: readonly Place[],
	asked: Asked,
): Promise<readonly Symptom[]> {
	const scheme = address.scheme.replace(/\+sentinel$/, "");
	const shown = places.map((place) => {
		const at = { ...address, scheme, hosts: [place] };
		const { tls } = placeOf(at, asked.settings);
		return tls === null ? [] : certificateAt(place, tls, leftOf(asked));
	});
	return (await Promise.all(shown)).flat();
}

async function behindSentinel(
	address: Address,
	places: readonly Place[],
	asked: Asked,
): Promise<readonly Symptom[]> {
	const { settings, untilMs } = asked;
	const { name, database } = setIn(address);
	const scheme = address.scheme.replace(/\+sentinel$/, "");
	const doors = openDoors(
		{ ...address, ...settings.sentinel, scheme, path: "" },
		...([settings, watchersPort] as const),
	);
	try {
		const original = await doors.first(untilMs, async (client, { secret }) => {
			const [answer] = await ask(client, secret, [
				["sentinel", "MASTER", name],
			]);
			return originalOf(answer?.reply);
		});
		const there = original && reached(original.at, settings.nodes);
		if (!there || !("at" in there)) return [];
		const [from] = places;
		const lost = from
			? await sentNowhere(from, [there.at], places, {
					...{ setting: announced.sentinel, withinMs: leftOf(asked) / 2 },
				})
			: [];
		if (lost.length > 0) return lost;
		const server = { ...address, scheme, hosts: [there.at], path: database };
		return atServer(server, [there.at], asked);
	} finally {
		doors.close();
	}
}

async function atServer(
	address: Address,
	places: readonly Place[],
	asked: Asked,
): Promise<readonly Symptom[]> {
	const doors = openDoors(address, asked.settings, usualPort);
	try {
		const door = await doors.first(asked.untilMs, async (client, link, at) => {
			await ask(client, link.secret, [["ping"]]);
			return { link, at };
		});
		const told = await within(door.link, leftOf(asked), () =>
			ofServer(door.link, asked),
		);
		return told.isCluster
			? [...told.symptoms, ...(await ofCluster(doors, door.at, places, asked))]
			: told.symptoms;
	} finally {
		doors.close();
	}
}

async function ofServer(link: Link, asked: Asked) {
	const client = await link.client();
	const { secret } = link;
	const sentMs = Date.now();
	const [time] = await ask(client, secret, [["time"]]);
	const heardMs = Date.now();
	const [info] = await ask(client, secret, [["info", "server"]]);
	const text = textOf(info?.reply);
	const version = versionOf(text);
	const keys = await keysRefused(client, secret, asked.untilMs - 500);
	return {
		isCluster: fieldOf(text, "redis_mode") === "cluster",
		symptoms: [
			...(await knownAs(client, secret)),
			...clockSymptoms(msOf(time), sentMs, heardMs),
			...(version === null ? [] : versionSymptoms(version)),
			...keys.symptoms,
			await cleanUpRights(client, secret, keys.first ?? "tidemark"),
		],
	};
}

/** It was asked somewhere between the two moments: only what lies outside them is proved. */
function clockSymptoms(
	serverMs: number | null,
	sentMs: number,
	heardMs: number,
): readonly Symptom[] {
	if (serverMs === null) return [];
	const ahead = Math.max(0, serverMs - heardMs);
	const behind = Math.max(0, sentMs - serverMs);
	return [symptom("clock", { apartMs: ahead - behind })];
}

async function ofCluster(
	doors: Doors,
	from: Place,
	places: readonly Place[],
	asked: Asked,
): Promise<readonly Symptom[]> {
	const { nodes } = asked.settings;
	const { shards } = await askTable(doors, nodes, asked.untilMs);
	const onTo = shards.map(({ place }) => place);
	return sentNowhere(from, onTo, places, {
		...{ setting: announced.cluster, withinMs: leftOf(asked) },
	});
}
