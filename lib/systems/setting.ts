// Of what are the settings built that may stand beside an address? Pieces that say what to write and repeat no value.
import { z } from "zod";
import { globOf } from "#lib/core/filter/glob.ts";
import { Secret } from "./address.ts";

/** A file that the configuration names: null when there is none; throws when it may not be read. */
export type ReadFile = (path: string) => string | null;

/** Everything arrives as the text that was written; what is not told apart here is a mistake of its own. */
export const text = (say: string) => z.string(say).trim().min(1, say);

export const secret = (say: string) =>
	z
		.string(say)
		.min(1, say)
		.transform((value) => new Secret(value));

export const yesOrNo = z
	.enum(["true", "false"], "write true or false")
	.transform((value) => value === "true");

const unitsMs: Readonly<Record<string, number>> = {
	...{ ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 },
};

/** Milliseconds, from a number and a unit such as "10m". */
export const duration = (say: string) =>
	z.string(say).transform((given, context): number => {
		const match = /^(\d{1,9}) ?(ms|s|m|h|d)$/.exec(given.trim());
		const ms = Number(match?.[1]) * (unitsMs[match?.[2] ?? ""] ?? 0);
		if (ms > 0) return ms;
		context.addIssue({ code: "custom", message: say });
		return z.NEVER;
	});

/** Keys that are not in it are refused: a misspelt setting would be a setting that does nothing. */
export const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z.strictObject(shape, {
		error: (issue) =>
			issue.code === "invalid_type"
				? `settings belong below it, one a line: ${Object.keys(shape).join(", ")}`
				: undefined,
	});

const namesSay =
	"write a name or a list of them, in which * stands for anything";

/** One pattern or a list of them. */
export const globs = (pattern = text(namesSay)) =>
	z
		.preprocess(
			(given) => (typeof given === "string" ? [given] : given),
			z.array(pattern, namesSay).min(1, namesSay),
		)
		.transform((patterns) => {
			const all = patterns.map(globOf);
			return (name: string) => all.some((fits) => fits(name));
		});

export type Picks = (name: string) => boolean;

export const everything: Picks = () => true;
const nothing: Picks = () => false;

/** What is included, all of it when nothing is said, less what is excluded. */
export const picks = section({
	include: globs().optional(),
	exclude: globs().optional(),
}).transform(({ include = everything, exclude = nothing }): Picks => {
	return (name) => include(name) && !exclude(name);
});
