// What do we say of a broker: of what was read, what was found, and what the running Tidemark has heard?
import type { BrokerSettings } from "#lib/config/configuration.ts";
import type { BrokerFact } from "#lib/core/board.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Symptom } from "#lib/core/symptom.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { checks } from "#lib/say/en/checks.ts";
import { symptomTold } from "#lib/say/en/symptoms.ts";
import { troubles as english } from "#lib/say/en/troubles.ts";
import { brief } from "#lib/say/name.ts";
import { count } from "#lib/say/numbers.ts";
import { duration } from "#lib/say/times.ts";
import { redacted } from "#lib/systems/address.ts";
import { type Finding, unknown, warning, well, wrong } from "./finding.ts";
import { beats, type Scene } from "./scene.ts";

const namedMax = 3;

export function symptomsTold(
	name: string,
	symptoms: readonly Symptom[],
	readOnly: boolean,
	whole: Trouble | null,
): readonly Finding[] {
	const isSaid = ({ code, values }: Symptom) =>
		(readOnly && /may (not )?clean up/.test(code)) ||
		(code === "place fails" && values.trouble === whole?.code);
	return symptoms
		.filter((one) => !isSaid(one))
		.map((one) => {
			const { says, ...told } = symptomTold(one);
			return { ...told, says: `${name} ${says}.` };
		});
}

export function readTold(
	{ name, address }: BrokerSettings,
	{ readings, troubles, version, complete }: Snapshot,
): readonly Finding[] {
	const seen = count(readings.length, "en");
	const what = readings.length === 1 ? "subscription" : "subscriptions";
	const runs = version === null ? "" : `, runs ${brief(version)}`;
	const answers = `${name} answers at ${redacted(address)}${runs}: ${seen} ${what}`;
	const refused = readings.filter((it) => it.trouble !== null);
	const names = refused.slice(0, namedMax).map((it) => brief(it.channel));
	return [
		complete
			? well(`${answers}.`)
			: unknown(`${answers}, and not all was read yet.`),
		...(complete && readings.length === 0
			? [
					warning(
						`${name} shows us nothing to watch, though it answers.`,
						"Either nobody reads there, or this user may see none of it, or another database or cluster is meant: look with the broker's own tool, as another user.",
					),
				]
			: []),
		...(refused.length > 0
			? [
					warning(
						`${name} does not let us read ${count(refused.length, "en")} of these: ${names.join(", ")}${refused.length > namedMax ? " …" : ""}.`,
						checks["not allowed"],
					),
				]
			: []),
		...troubles.map((one) => troubleTold(name, one, "warning")),
	];
}

export function troubleTold(
	name: string,
	{ code, part, detail }: Trouble,
	is: "wrong" | "warning",
): Finding {
	const where = part === "" ? name : `${name}, ${brief(part)},`;
	const quoted = detail === "" ? "" : ` (${brief(detail)})`;
	return {
		is,
		says: `${where} ${english[code]}${quoted}.`,
		check: checks[code],
	};
}

/** As the collector sees it: what can be read from here may still be shut to it. */
export function heardTold(
	{ name }: BrokerSettings,
	scene: Scene,
	isFailing: boolean,
): readonly Finding[] {
	const { store, nowMs } = scene;
	if (store.is !== "there" || !beats(scene)) return [];
	const fact = store.brokers.find((it) => it.name === name);
	if (!fact) return [];
	const { heardMs, everyMs } = fact;
	if (freshnessOf(heardMs, everyMs, nowMs) !== "silent") return [];
	const last =
		heardMs === null
			? "has never heard it"
			: `has not heard it for ${duration((nowMs - heardMs) / 1000, "en")}`;
	return [
		wrong(
			`${name}: the running Tidemark ${last}${becauseOf(fact)}.`,
			isFailing
				? "It is asked again all the time: once the broker answers here, it is heard again."
				: "It answers from here now: wait for the next tick, or start Tidemark again if it was configured otherwise.",
		),
	];
}

function becauseOf({ trouble: why }: BrokerFact): string {
	return why === null ? "" : `: it ${english[why.code]}`;
}
