// Can people reach the page: may it listen there, is its certificate good, and does the address lead anywhere?
import { X509Certificate } from "node:crypto";
import { lookup } from "node:dns/promises";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { within } from "#lib/collector/deadline.ts";
import { isLoopback } from "#lib/config/listen.ts";
import { symptomTold } from "#lib/say/en/symptoms.ts";
import { certificateAt } from "#lib/systems/shown-certificate.ts";
import { type Finding, reasonOf, warning, well, wrong } from "./finding.ts";
import type { Scene, Subject } from "./scene.ts";

const withinMs = 3_000;
const soonDays = 21;
const dayMs = 86_400_000;

export const serving: Subject = {
	name: "Serving",
	look: async (scene) => [
		...listening(scene),
		...ownCertificate(scene),
		...signIn(scene),
		...(await addressed(scene)),
	],
};

/** An address that this machine lost, as a container does that moved. */
function listening({ configuration: { listen } }: Scene): readonly Finding[] {
	const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
	const isHere =
		isLoopback(listen.host) ||
		["0.0.0.0", "::"].includes(listen.host) ||
		own.some(({ address }) => address === listen.host);
	return isHere
		? []
		: [
				wrong(
					`It should listen on ${listen.host}, which is no address of this machine.`,
					"Write one that is, or 0.0.0.0 for all it has.",
				),
			];
}

function ownCertificate({
	nowMs,
	configuration: { tls },
}: Scene): readonly Finding[] {
	if (tls === null) return [];
	const shown = new X509Certificate(readFileSync(tls.certificate));
	const [fromMs, untilMs] = [shown.validFrom, shown.validTo].map(Date.parse);
	if (fromMs === undefined || untilMs === undefined) return [];
	const until = new Date(untilMs).toISOString().slice(0, 10);
	const days = Math.floor((untilMs - nowMs) / dayMs);
	if (days < 0 || nowMs < fromMs)
		return [
			wrong(
				`The certificate in ${tls.certificate} is not valid now: browsers refuse the page (until ${until}).`,
				"Have it renewed; the new files are taken without a restart. And check the clock here.",
			),
		];
	return [
		days < soonDays
			? warning(
					`The certificate in ${tls.certificate} is valid for ${days} more days only, until ${until}.`,
					"Have it renewed before that; the new files are taken without a restart.",
				)
			: well(`The certificate in ${tls.certificate} is valid until ${until}.`),
	];
}

function signIn({
	store,
	configuration: { listen, access },
}: Scene): readonly Finding[] {
	const canAnybody =
		access.provider !== null ||
		access.headers !== null ||
		(access.passwords && store.is === "there" && store.people > 0);
	return isLoopback(listen.host) || canAnybody || store.is === "other schema"
		? []
		: [
				wrong(
					"Others can reach the page, and nobody can sign in there: it refuses to start.",
					"tidemark people add <name> --role admin adds somebody with a password; or write a provider, or headers of a proxy, below access.",
				),
			];
}

async function addressed({
	configuration: { address, tls },
}: Scene): Promise<readonly Finding[]> {
	if (address === null) return [];
	const url = new URL(address);
	const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
	try {
		if (isIP(host) === 0) await within(withinMs, lookup(host));
	} catch (error) {
		return [
			wrong(
				`The address ${address} leads nowhere from here (${reasonOf(error)}).`,
				"Links in notices begin with it: check how it is written, and the name server.",
			),
		];
	}
	if (url.protocol !== "https:" || tls !== null) return [];
	const port = Number(url.port || 443);
	const shown = await certificateAt({ host, port }, {}, withinMs);
	return shown.length === 0
		? [
				warning(
					`Nobody shows a certificate at ${address}, where people should open the page.`,
					"The proxy there may be down, or not be reached from this machine: open it in a browser.",
				),
			]
		: shown.map((one) => {
				const { says, ...told } = symptomTold(one);
				return { ...told, says: `The proxy before it ${says}.` };
			});
}
