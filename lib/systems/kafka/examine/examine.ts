// What is wrong with how a cluster is set up: where it sends us, what it shows of itself, its release, and the rights we have?
import type { ConnectionOptions as TlsOptions } from "node:tls";
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import type { Address } from "#lib/systems/address.ts";
import {
	failingPlaces,
	type Place,
	placesFailing,
	sentNowhere,
} from "#lib/systems/places.ts";
import { certificateAt } from "#lib/systems/shown-certificate.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { Links, placeOf } from "../connection/links.ts";
import { securityOf } from "../connection/security.ts";
import { usualPort } from "../connection/settings.ts";
import { metadata } from "../protocol/metadata.ts";
import { rightsSymptoms } from "./rights.ts";

const oldest = "3.9";

export async function examine(
	address: Address,
	configured: Configured = nothingConfigured,
	deadlineMs: number,
): Promise<readonly Symptom[]> {
	const untilMs = performance.now() + 0.9 * deadlineMs;
	const places = address.hosts.map(({ host, port }) => ({
		...{ host, port: port ?? usualPort },
	}));
	const leftMs = () => Math.max(1, untilMs - performance.now());
	const security = securityOf(address, configured);
	const parts = await Promise.allSettled([
		placesFailing(places, leftMs()),
		...places.map(async (place) => {
			const { tls } = security(place.host);
			return tls
				? certificateAt(place, withName(configured, tls), leftMs())
				: [];
		}),
		atCluster(address, configured, places, untilMs),
	]);
	const found = parts.flatMap((it) => ("value" in it ? it.value : []));
	const failed = parts.find((it) => it.status === "rejected");
	if (found.length === 0 && failed) throw failed.reason;
	return found;
}

/** The name to ask for, as a connection would. */
function withName({ tls }: Configured, options: TlsOptions): TlsOptions {
	return tls?.serverName ? { ...options, servername: tls.serverName } : options;
}

async function atCluster(
	address: Address,
	configured: Configured,
	places: readonly Place[],
	untilMs: number,
): Promise<readonly Symptom[]> {
	const links = new Links(address, configured);
	try {
		const { nodes } = await links.first(metadata([]), untilMs);
		const withinMs = Math.max(1, (untilMs - performance.now()) / 2);
		const failing = await failingPlaces(places, withinMs);
		const asked = places.find((it) =>
			failing.every(({ place }) => place !== it),
		);
		const listed = nodes.filter(({ host, port }) =>
			configured.advertised(placeOf(host, port)),
		);
		const lost = asked
			? await sentNowhere(asked, listed, places, { setting, withinMs })
			: [];
		// A node that cannot be reached would be asked first, and again by each question.
		if (lost.length === 0) links.settle(nodes);
		const rights = await rightsSymptoms(links, untilMs);
		return [...lost, ...releaseSymptoms(links.release), ...rights];
	} finally {
		links.close();
	}
}

const setting =
	"advertised.listeners of that node, in the listener that is asked here";

function releaseSymptoms(release: string | null): readonly Symptom[] {
	const [major = 0, minor = 0] = (release ?? oldest).split(/\D+/).map(Number);
	const [oldMajor = 0, oldMinor = 0] = oldest.split(".").map(Number);
	const isOld = major < oldMajor || (major === oldMajor && minor < oldMinor);
	return isOld
		? [symptom("old version", { version: release ?? "", oldest })]
		: [];
}
