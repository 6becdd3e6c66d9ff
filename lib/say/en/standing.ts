// What would be lost at a broker as it is set up, said in English?
import type { StandingCode } from "#lib/core/standing.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values } from "../words/words.ts";

const plurals = new Intl.PluralRules("en");
const counted = (values: Values, key: string, one: string, other: string) => {
	const n = numberOf(values, key) ?? 0;
	return `${count(n, "en")}\u00a0${plurals.select(n) === "one" ? one : other}`;
};
const changes = (values: Values) =>
	counted(values, "changes", "change", "changes");
const lasting = (values: Values) =>
	duration(numberOf(values, "forSeconds") ?? 0, "en");
const memory = (values: Values) =>
	`${textOf(values, "policy")}, ${numberOf(values, "percent") ?? 0}% in use`;

export const standing: Readonly<
	Record<StandingCode, (values: Values) => string>
> = {
	logged: () =>
		"A restart loses next to nothing: each change is written to a log on its disk.",
	saved: (values) =>
		`A restart loses what came after the last save ${lasting(values)} ago: about ${changes(values)}.`,
	"never saved": (values) =>
		`A restart loses about ${changes(values)}: nothing was saved to its disk since it started ${lasting(values)} ago.`,
	"evicts any": (values) =>
		`Once its memory is full it removes whole channels, read or not (${memory(values)}).`,
	"evicts what expires": (values) =>
		`Once its memory is full it removes whole channels that have a time to live, read or not (${memory(values)}). ${counted(values, "channels", "channel has", "channels have")} one.`,
};
