// Which brokers are configured, and does each system agree with its address?

import { nearest } from "#lib/core/nearest.ts";
import { type Address, parseAddress } from "#lib/systems/address.ts";
import type { ReadFile } from "#lib/systems/setting.ts";
import type { System } from "#lib/systems/system.ts";
import type { BrokerSettings } from "./configuration.ts";
import { parseEvery } from "./every.ts";
import { type Environment, type Filled, fillAddress } from "./fill.ts";
import type { Judge } from "./judge.ts";
import { judgeSettings, judgeStrayKeys } from "./own-settings.ts";
import type { GivenBroker } from "./sheet.ts";
import { parseYes } from "./yes.ts";

type Known = { readonly address: Address; readonly system: System };

export function judgeBrokers(
	given: ReadonlyMap<string, GivenBroker>,
	usualEveryMs: number,
	systems: readonly System[],
	read: ReadFile,
	judge: Judge,
): readonly BrokerSettings[] {
	const brokers: BrokerSettings[] = [];
	for (const [name, broker] of given) {
		const { address, every, place } = broker;
		const everyMs = judge.value(every, parseEvery) ?? usualEveryMs;
		const only = judge.value(broker.readOnly, parseYes);
		if (address === null) {
			judgeStrayKeys(name, broker, systems, judge);
			judge.add(
				{ path: `brokers.${name}`, place },
				`has no address; write one, such as address: ${examples(systems)[0] ?? ""}`,
			);
			continue;
		}
		let secrets: readonly string[] = [];
		const fillIn = (text: string, env: Environment): Filled => {
			const filled = fillAddress(text, env);
			secrets = filled.values;
			return filled;
		};
		const known = judge.value(
			address,
			(text) => parseKnown(text, systems),
			fillIn,
		);
		if (known === null) {
			judgeStrayKeys(name, broker, systems, judge);
			continue;
		}
		const { system, address: parsed } = known;
		const own = judgeSettings(name, broker, system, read, judge);
		for (const say of system.mistakesIn(parsed, own?.settings))
			judge.add(address, say, [...secrets, ...secretsOf(parsed)]);
		brokers.push({
			...{ name, everyMs, readOnly: only?.yes ?? false },
			system: system.words.name,
			address: parsed,
			settings: own?.settings,
		});
	}
	return brokers;
}

const examples = (systems: readonly System[]): readonly string[] =>
	systems.map(({ words }) => words.example);

function parseKnown(text: string, systems: readonly System[]): Known | string {
	const address = parseAddress(text);
	if (address === null)
		return `is no address; write one such as ${examples(systems).join(" or ")}, and a password as \${NAME} or percent-encoded`;
	const system = systems.find(({ schemes }) =>
		schemes.includes(address.scheme),
	);
	if (system) return { address, system };
	const known = systems.flatMap(({ schemes }) => schemes);
	const meant = nearest(address.scheme, known);
	return meant === null
		? `begins with a scheme nobody here reads; known are ${known.map((scheme) => `${scheme}://`).join(", ")}`
		: `begins with a scheme nobody here reads; did you mean ${meant}://?`;
}

function secretsOf({ user, password }: Address): readonly string[] {
	return [user, password?.reveal() ?? null].filter((text) => text !== null);
}
