// What do we say of what was found by looking closely at a broker, how bad is it, and what is to be done? At a terminal, so in English.
import type { Symptom, SymptomCode } from "#lib/core/symptom.ts";
import { type TroubleCode, troubleCodes } from "#lib/core/trouble.ts";
import { brief } from "../name.ts";
import { count } from "../numbers.ts";
import { precisely } from "../times.ts";
import { checks } from "./checks.ts";
import { troubles } from "./troubles.ts";

export type Told = {
	readonly is: "well" | "unknown" | "warning" | "wrong";
	/** Follows the name of the broker. */
	readonly says: string;
	/** What to do about it; null where nothing has to be. */
	readonly check: string | null;
};

type Spoken = (
	value: (name: string) => string,
	n: (name: string) => number,
) => Told;

const soonDays = 21;
const apartMs = 2_000;
const farApartMs = 30_000;

const well = (says: string): Told => ({ is: "well", says, check: null });

const told: Readonly<Record<SymptomCode, Spoken>> = {
	"known as": (value) => well(`takes us for the user ${value("user")}`),
	"place fails": (value) => ({
		is: "warning",
		says: `${troubles[troubleIn(value("trouble"))]} at ${value("place")}, one of its configured addresses`,
		check: checks[troubleIn(value("trouble"))],
	}),
	"sent nowhere": (value) => ({
		is: "wrong",
		says: `answers at ${value("asked")} and sends everybody on to ${value("place")}, which ${troubles[troubleIn(value("trouble"))]} from here`,
		check: `Its own idea of where it is reached is wrong for this machine: set ${value("setting")}, to an address that leads there from here.`,
	}),
	certificate: (value, n) => certificate(value, n("days"), n("untilMs")),
	clock: (_, n) => clock(n("apartMs")),
	"known holes": (value) => ({
		is: "warning",
		says: `runs ${value("version")}, in which holes are known: ${value("names")}`,
		check: `They are mended in ${value("mended")}; a distribution may have mended them under the old number, which nobody can see from here.`,
	}),
	"old version": (value) => ({
		is: "warning",
		says: `runs ${value("version")}, and nothing older than ${value("oldest")} was ever tried`,
		check:
			"Numbers that it does not count stay unknown; update it when you can.",
	}),
	"hidden by name": (value) => ({
		is: "warning",
		says: `tells us of no other ${value("what")} than those our rights name, and hides the rest as if they were not there`,
		check: `If any are missing from the board, that is why: give ${value("right")} for them, or for all by *.`,
	}),
	"keys refused": (value, n) => ({
		is: "warning",
		says: `refuses to tell us of ${count(n("refused"), "en")} of ${count(n("looked"), "en")} keys that were looked at, such as ${value("example")}`,
		check:
			"What waits there is not shown, or shown as not allowed: widen the patterns of keys of this user if it should be.",
	}),
	"told less": (value) => ({
		is: "unknown",
		says: `gives us no ${value("right")} on ${value("on")}: ${value("lost")}`,
		check: null,
	}),
	"may not clean up": (value) => ({
		is: "warning",
		says: `will refuse clean-ups: this user lacks ${value("rights")}`,
		check:
			"Give the rights that docs/connecting.md lists, or write readOnly: true beside its address, so that nobody is offered what will be refused.",
	}),
	"may clean up": () => well("lets us clean up"),
};

const troubleIn = (text: string): TroubleCode =>
	troubleCodes.find((code) => code === text) ?? "not understood";

function certificate(
	value: (name: string) => string,
	days: number,
	untilMs: number,
): Told {
	const until = new Date(untilMs).toISOString().slice(0, 10);
	const shown = `shows a certificate at ${value("place")} for ${value("names")}, issued by ${value("issuer")}`;
	if (days < 0)
		return {
			is: "wrong",
			says: `${shown}, which was valid until ${until}`,
			check: "Have it renewed, and check the clock here.",
		};
	const left = days === 1 ? "1 day" : `${days} days`;
	return days < soonDays
		? {
				is: "warning",
				says: `${shown}, which is valid for ${left} only, until ${until}`,
				check: "Have it renewed before that.",
			}
		: well(`${shown}, valid until ${until}`);
}

function clock(ms: number): Told {
	if (Math.abs(ms) < apartMs) return well("has the same time as this machine");
	return {
		is: Math.abs(ms) < farApartMs ? "warning" : "wrong",
		says: `has a clock that is ${precisely(Math.abs(ms) / 1000, "en")} ${ms > 0 ? "ahead of" : "behind"} the one here`,
		check:
			"Ages are wrong by as much where the two are compared: let both machines keep time by NTP.",
	};
}

/** Whatever a broker chose to say may neither hide nor move anything at a terminal. */
export function symptomTold({ code, values }: Symptom): Told {
	const value = (name: string) => brief(String(values[name] ?? ""));
	return told[code](value, (name) => Number(values[name]));
}
