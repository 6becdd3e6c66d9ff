// What is watched for, among which subscriptions, for how long, and who is told?
import type { Verdict } from "../verdict.ts";

/** From calm to grave, as whoever is told sorts them. */
export const ruleGravities = ["note", "warning", "critical"] as const;
export type RuleGravity = (typeof ruleGravities)[number];

/** What has a number: on which side of it somebody is told, and what it counts. */
export const measures = {
	lag: { side: "over", counts: "messages" },
	"time lag": { side: "over", counts: "seconds" },
	holding: { side: "over", counts: "messages" },
	"oldest held": { side: "over", counts: "seconds" },
	deliveries: { side: "over", counts: "times" },
	/** How long until messages are removed unread. */
	margin: { side: "under", counts: "seconds" },
	/** How long until the backlog is gone, at this pace. */
	drained: { side: "over", counts: "seconds" },
	"live members": { side: "under", counts: "members" },
	"dead members": { side: "over", counts: "members" },
} as const;
export type Measure = keyof typeof measures;

export type Condition =
	/** One of `gradedVerdicts` or anything graver. */
	| { readonly is: "verdict"; readonly atLeast: GradedVerdict }
	/** Exactly this one: what "at least" leaves out, and whoever wants one alone. */
	| { readonly is: "verdict alone"; readonly verdict: Verdict }
	| { readonly is: "measure"; readonly of: Measure; readonly n: number }
	/** A subscription went from the board. */
	| { readonly is: "vanished" }
	| { readonly is: "broker silent" }
	/** Of those who should be told, one cannot be reached. */
	| { readonly is: "outlet failing" }
	/** The disk is full, and nothing is remembered. */
	| { readonly is: "no room" };

/** Those that "at least" can begin with: unknown and abandoned are named on their own. */
export const gradedVerdicts = [
	...(["slow", "stalled", "stopped", "losing"] as const),
] as const satisfies readonly Verdict[];
export type GradedVerdict = (typeof gradedVerdicts)[number];

export type Rule = {
	readonly name: string;
	readonly when: Condition;
	/** A filter as it is typed on the board; empty for all. */
	readonly among: string;
	/** How long it holds before anybody is told. */
	readonly forMs: number;
	/** How long it is calm before it is over. */
	readonly calmMs: number;
	readonly gravity: RuleGravity;
	/** Outlets by name; null for all there are. */
	readonly tell: readonly string[] | null;
	/** Told again each time so much has passed; null for once. */
	readonly againMs: number | null;
	/** What to do, in the words of whoever made the rule. */
	readonly text: string;
	/** Rules that are off fire nothing, and may be tried on the past. */
	readonly on: boolean;
};

export const ruleSources = ["usual", "file", "screen"] as const;
export type RuleSource = (typeof ruleSources)[number];
/** A rule by a name that stands in the file cannot be changed on the screen; both replace a usual one of that name. */
export type KnownRule = Rule & { readonly from: RuleSource };

export const rulesMax = 200;
export const ruleNameMax = 80;
export const ruleTextMax = 1_000;
export const spanMaxMs = 30 * 24 * 3_600_000;

const minute = 60_000;
const usual: Omit<Rule, "name" | "when" | "forMs" | "gravity"> = {
	...{ among: "", calmMs: 2 * minute, tell: null, againMs: 4 * 60 * minute },
	...{ text: "", on: true },
};

/** What is watched before anybody set up anything. */
export const usualRules: readonly Rule[] = [
	{
		...usual,
		name: "losing",
		when: { is: "verdict", atLeast: "losing" },
		...{ forMs: minute / 2, gravity: "critical" },
	},
	{
		...usual,
		name: "stopped",
		when: { is: "verdict", atLeast: "stopped" },
		...{ forMs: 2 * minute, gravity: "critical" },
	},
	{
		...usual,
		name: "stalled",
		when: { is: "verdict", atLeast: "stalled" },
		...{ forMs: 5 * minute, gravity: "warning" },
	},
	{
		...usual,
		name: "broker silent",
		when: { is: "broker silent" },
		...{ forMs: minute, gravity: "critical" },
	},
	{
		...usual,
		name: "outlet failing",
		when: { is: "outlet failing" },
		...{ forMs: minute, gravity: "critical" },
	},
	{
		...usual,
		name: "no room",
		when: { is: "no room" },
		...{ forMs: minute, gravity: "warning" },
	},
];

/** As a new one begins on the screen, and as the file means what it leaves out. */
export const ruleBegun: Rule = {
	...usual,
	...{ name: "", when: { is: "verdict", atLeast: "stalled" } },
	...{ forMs: 5 * minute, gravity: "warning" },
};
