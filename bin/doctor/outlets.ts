// Can what fires be told? Where each outlet goes to is found and may be gone to; nothing is sent there.
import { openOutlets } from "#lib/alerts/open.ts";
import { allowedBy, parseAllowed } from "#lib/alerts/requests/allowed.ts";
import { type Dial, failureOf } from "#lib/alerts/requests/dial.ts";
import { guarded } from "#lib/alerts/requests/guarded.ts";
import { enAnswers } from "#lib/say/en/answers.ts";
import { duration } from "#lib/say/times.ts";
import { type Finding, reasonOf, well, wrong } from "./finding.ts";
import type { Scene, Subject } from "./scene.ts";

const withinMs = 4_000;

export const outlets: Subject = {
	name: "Outlets",
	async look(scene) {
		const { alerts, url } = scene.configuration;
		const allow = alerts.allow.flatMap((text) => {
			const entry = parseAllowed(text);
			return typeof entry === "string" ? [] : [entry];
		});
		const requests = guarded({ allowed: allowedBy(allow) });
		const { language } = alerts;
		const open = openOutlets(alerts.outlets, { requests, url, language });
		const asked = Array.from(open, async ([name, { address }]) => [
			...(await reach(name, address, requests.dial)),
			...faring(name, scene),
		]);
		return (await Promise.all(asked)).flat();
	},
};

const places =
	/^(?<scheme>[a-z]+):\/\/(?<host>\[[^\]]+\]|[^:/]+)(?::(?<port>\d+))?/;
const placeCheck =
	"Check its address, and what stands in between: nothing is told there until then.";
const usualPorts: Readonly<Record<string, number>> = {
	...{ http: 80, https: 443, smtp: 587, smtps: 465 },
};

/** A connection is made and closed; nobody there is told anything. */
async function reach(
	name: string,
	address: string,
	dial: Dial,
): Promise<readonly Finding[]> {
	const { scheme = "", host = "", port } = places.exec(address)?.groups ?? {};
	const to = { host, port: Number(port ?? usualPorts[scheme]) };
	try {
		const socket = await dial(to, AbortSignal.timeout(withinMs));
		socket.destroy();
		return [well(`${name} goes to ${address}, which can be reached.`)];
	} catch (error) {
		const { failure, detail } = failureOf(error) ?? {
			...{ failure: "no answer in time", detail: reasonOf(error) },
		};
		const says = enAnswers[failure]({ host, address: detail, detail });
		return [wrong(`${name} goes to ${address}. ${says}.`, placeCheck)];
	}
}

/** What the running Tidemark knows of it. */
function faring(name: string, scene: Scene): readonly Finding[] {
	const { store, nowMs } = scene;
	if (store.is !== "there") return [];
	const fares = store.outlets.find((it) => it.name === name);
	if (!fares || fares.failingSinceMs === null) return [];
	const forSeconds = (nowMs - fares.failingSinceMs) / 1000;
	const { code = null, values = {} } = fares.answer ?? {};
	const why = code === null ? "" : ` ${enAnswers[code](values)}.`;
	return [
		wrong(
			`${name} has taken nothing it was sent for ${duration(forSeconds, "en")}; ${fares.owed} ${fares.owed === 1 ? "notice waits" : "notices wait"} for it.${why}`,
			"They are tried again with growing pauses, and given up in the end.",
		),
	];
}
