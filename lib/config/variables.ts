// What do the variables say? One for each setting, such as TIDEMARK_EVERY, and TIDEMARK_BROKER_<NAME>.

import { nearest } from "#lib/core/nearest.ts";
import type { Environment } from "./fill.ts";
import type { Mistake, Place } from "./mistake.ts";
import { isName, nameMistake, variableOf } from "./name.ts";
import {
	addressAlone,
	type Given,
	type GivenBroker,
	type Setting,
	type Sheet,
	settings,
} from "./sheet.ts";

const prefix = "TIDEMARK_BROKER_";
const placeOf = (variable: string): Place => ({ source: variable, line: null });

/** A variable names a broker of the file whatever its case and dashes; any other name is a new broker, in small letters. */
export function readVariables(
	env: Environment,
	known: readonly string[],
): Sheet {
	const mistakes: Mistake[] = [];
	const brokers = new Map<string, GivenBroker>();
	for (const variable of Object.keys(env).sort()) {
		const text = env[variable] ?? "";
		if (!variable.startsWith(prefix)) {
			const meant = misspelt(variable);
			if (meant !== null)
				mistakes.push({
					path: "",
					place: placeOf(variable),
					say: `means nothing; did you mean ${meant}?`,
				});
			continue;
		}
		const place = placeOf(variable);
		const name = nameIn(variable, known);
		if (typeof name !== "string") {
			mistakes.push({ path: "brokers", place, say: name.say });
		} else if (brokers.has(name)) {
			mistakes.push({
				path: `brokers.${name}`,
				place,
				say: "is given by two variables; leave one out",
			});
		} else {
			const address: Given = { text, path: `brokers.${name}.address`, place };
			brokers.set(name, addressAlone(address, place));
		}
	}
	return { settings: settingsIn(env), brokers, sections: new Map(), mistakes };
}

function settingsIn(env: Environment): ReadonlyMap<Setting, Given> {
	const given = new Map<Setting, Given>();
	for (const setting of settings) {
		const variable = `TIDEMARK_${setting.toUpperCase()}`;
		const text = env[variable];
		if (text !== undefined)
			given.set(setting, { text, path: setting, place: placeOf(variable) });
	}
	return given;
}

function nameIn(
	variable: string,
	known: readonly string[],
): string | { readonly say: string } {
	const written = variable.slice(prefix.length);
	if (known.includes(written)) return written;
	const meant = known.filter(
		(name) => variableOf(name) === variable.toUpperCase(),
	);
	if (meant.length > 1)
		return {
			say: `could mean ${meant.join(" or ")}; rename one of them in the file`,
		};
	const name = meant[0] ?? written.toLowerCase();
	return isName(name) ? name : { say: nameMistake(name) };
}

/** Other variables with our prefix are left alone: clusters set some for every service they run. */
function misspelt(variable: string): string | null {
	if (!variable.startsWith("TIDEMARK_")) return null;
	const ours = settings.map((setting) => setting.toUpperCase());
	const word = variable.slice("TIDEMARK_".length);
	if (ours.includes(word)) return null;
	const meant = nearest(word.toLowerCase(), settings);
	return meant === null ? null : `TIDEMARK_${meant.toUpperCase()}`;
}
