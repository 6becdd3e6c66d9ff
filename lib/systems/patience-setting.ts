// How is patience configured? One duration for all, or one for each pattern of names, of which the first that fits counts.
import { z } from "zod";
import { globOf } from "#lib/core/filter/glob.ts";
import { duration } from "./setting.ts";

export type Patience = {
	/** Null where nothing is configured for that name. */
	of(name: string): number | null;
	/** The shortest that is configured; null when none is. */
	readonly shortestMs: number | null;
};

export const noPatience: Patience = { of: () => null, shortestMs: null };

const durationSay =
	"write a whole number and a unit (s, m, h or d), such as 10m";

/** `each`: what the names are of, as a mistake says it: `groups`. */
export const patienceSetting = (each: string) =>
	z
		.preprocess(
			(given) => (typeof given === "string" ? { "*": given } : given),
			z.record(
				z.string(),
				duration(durationSay),
				`write one duration, or ${each} with a duration each`,
			),
		)
		.transform((given): Patience => {
			const all = Object.entries(given).map(([pattern, ms]) => ({
				fits: globOf(pattern),
				ms,
			}));
			return {
				of: (name) => all.find(({ fits }) => fits(name))?.ms ?? null,
				shortestMs:
					all.length === 0 ? null : Math.min(...all.map(({ ms }) => ms)),
			};
		});
