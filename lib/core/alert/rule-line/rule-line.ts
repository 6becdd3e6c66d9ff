// What does one line say is watched for? "lag over 1,000", "stalled for 5m": parsed, or told what to write instead.
import { nearest } from "../../nearest.ts";
import { verdicts } from "../../verdict.ts";
import {
	type Condition,
	gradedVerdicts,
	type Measure,
	measures,
	spanMaxMs,
} from "../rule.ts";
import { exampleOf, isTimed, parseNumber } from "./number.ts";
import { parseSpan } from "./span.ts";

export type RuleLine = {
	readonly when: Condition;
	/** Null where the line does not say for how long. */
	readonly forMs: number | null;
};

export const ruleLineMistakes = [
	"nothing said",
	"not understood",
	"number missing",
	"no such number",
	"no such time",
	"number too large",
	"time too long",
	"wrong side",
	"not graded",
] as const;
/** `instead` is a line that would be understood; none of what was written is repeated in it but numbers. */
export type RuleLineMistake = {
	readonly key: (typeof ruleLineMistakes)[number];
	readonly instead: string;
};

export const ruleLineMax = 200;

/** Lines that show what can be said, one of each kind. */
export const ruleLineExamples: readonly string[] = [
	"lag over 1,000",
	"stalled for 5m",
	"margin under 6h",
	"only slow",
	"vanished",
	"broker silent for 1m",
];

export function parseRuleLine(text: string): RuleLine | RuleLineMistake {
	const words = text.toLowerCase().trim().split(/\s+/);
	if (text.trim() === "" || text.length > ruleLineMax)
		return { key: "nothing said", instead: ruleLineExamples[0] ?? "" };
	const at = words.lastIndexOf("for");
	const said = conditionOf(at < 0 ? words : words.slice(0, at));
	if ("key" in said) return said;
	if (at < 0) return { when: said, forMs: null };
	const forMs = parseSpan(words.slice(at + 1).join(" "));
	const start = words.slice(0, at).join(" ");
	if (forMs === null)
		return { key: "no such time", instead: `${start} for 5m` };
	return forMs > spanMaxMs
		? { key: "time too long", instead: `${start} for 30d` }
		: { when: said, forMs: Math.round(forMs) };
}

const plain = new Map<string, Condition>([
	["vanished", { is: "vanished" }],
	["broker silent", { is: "broker silent" }],
	["outlet failing", { is: "outlet failing" }],
	["no room", { is: "no room" }],
]);
// The names of the table, which its own type knows and `keys` forgets.
const measured = Object.keys(measures) as readonly Measure[];
const sides: ReadonlyMap<string, "over" | "under"> = new Map([
	["over", "over"],
	[">", "over"],
	["under", "under"],
	["<", "under"],
]);

function conditionOf(words: readonly string[]): Condition | RuleLineMistake {
	const said = words.join(" ");
	const known = plain.get(said) ?? verdictIn(said);
	if (known) return known;
	const measure = measured.findLast(
		(name) => said === name || said.startsWith(`${name} `),
	);
	return measure
		? measuredIn(measure, words.slice(measure.split(" ").length))
		: notUnderstood(said);
}

/**
 * A graded verdict stands for itself and all that is graver: nobody who asked for "stalled" wants silence once it is
 * worse. Those outside the grades have nothing graver, and stand for themselves; so does what follows "only".
 */
function verdictIn(said: string): Condition | RuleLineMistake | null {
	const match = /^(at least |only )?([a-z]+)( or graver)?$/.exec(said);
	const verdict = verdicts.find((it) => it === match?.[2]);
	if (!match || !verdict) return null;
	const [, before, , after] = match;
	const graver = before === "at least " || after !== undefined;
	const graded = gradedVerdicts.find((it) => it === verdict);
	if (before === "only " && after !== undefined)
		return { key: "not understood", instead: `only ${verdict}` };
	if (graver && !graded) return { key: "not graded", instead: verdict };
	return before === "only " || !graded
		? { is: "verdict alone", verdict }
		: { is: "verdict", atLeast: graded };
}

function measuredIn(
	of: Measure,
	words: readonly string[],
): Condition | RuleLineMistake {
	const { side } = measures[of];
	const begun = sides.get(words[0] ?? "");
	const written = words.slice(begun === undefined ? 0 : 1).join(" ");
	const n = parseNumber(of, written);
	if (n === null) {
		const instead = exampleOf(of);
		const key = isTimed(of) ? "no such time" : "no such number";
		return { key: written === "" ? "number missing" : key, instead };
	}
	if (n > Number.MAX_SAFE_INTEGER)
		return { key: "number too large", instead: exampleOf(of) };
	return begun === side
		? { is: "measure", of, n }
		: { key: "wrong side", instead: `${of} ${side} ${written}` };
}

/** What was probably meant by the first words; without a guess, one of what can be said. */
function notUnderstood(said: string): RuleLineMistake {
	const names = [...plain.keys(), ...verdicts, ...measured];
	const words = said.replace(/^(?:at least|only) /, "").split(" ");
	const two = nearest(words.slice(0, 2).join(" "), names);
	const meant = two ?? nearest(words[0] ?? "", names);
	const measure = measured.find((name) => name === meant);
	const instead = measure
		? exampleOf(measure)
		: (meant ?? ruleLineExamples.join("; "));
	return { key: "not understood", instead };
}
