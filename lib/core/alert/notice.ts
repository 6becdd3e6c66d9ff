// What is one outlet told, and what came of it? Written down before it is sent, so that a crash can only tell it twice.
import type { Alert } from "./alert.ts";
import type { RuleGravity } from "./rule.ts";

export const noticeSays = ["fires", "still fires", "over", "test"] as const;
export type NoticeSays = (typeof noticeSays)[number];

/** Why it is told: the decision, for whoever asks later. */
export const noticeWhys = [
	"began to fire",
	/** It fired while nobody was to hear of it, and still does. */
	"no longer muted",
	"quiet hours over",
	"broker answers again",
	/** A graver alert of the same subscription is over, and this one is not. */
	"graver one over",
	"told again",
	"all over",
	/** Somebody wanted to see whether it arrives. */
	"tried",
] as const;
export type NoticeWhy = (typeof noticeWhys)[number];

/** Why an alert that fires is not told now. */
export const silences = [
	"muted",
	"acknowledged",
	"quiet hours",
	"broker silent",
	/** A graver alert of the same subscription tells the same outlet. */
	"graver",
	/** Others of its kind are about to fire; they are told together. */
	"gathering",
	/** It holds no longer, and is over unless it comes back. */
	"calming",
	"no outlet",
] as const;
export type Silence = (typeof silences)[number];

/**
 * Alerts of one rule and one broker that were first told together, to one outlet. It is told when it begins, again while
 * any of them fires, and once when all are over. What begins to fire later is another wave.
 */
export type Wave = {
	readonly id: string;
	readonly outlet: string;
	readonly rule: string;
	/** Null where the rule is about none. */
	readonly broker: string | null;
	readonly alerts: readonly string[];
	readonly beganMs: number;
	readonly toldMs: number;
	/** How long ago that was, by a clock nobody sets. */
	readonly sinceToldMs: number;
	readonly overMs: number | null;
};

export const alertsInWave = 5_000;
/** A notice holds this many in full, the gravest first; of the others it says how many there are. */
export const alertsInNotice = 1_000;

export const noticeStates = ["owed", "delivered", "given up"] as const;
export type NoticeState = (typeof noticeStates)[number];

export type Notice = {
	/** Sent along, so that a receiver can tell what it has had before. */
	readonly id: string;
	readonly wave: string;
	readonly outlet: string;
	readonly rule: string;
	readonly gravity: RuleGravity;
	/** The text of the rule. */
	readonly text: string;
	readonly broker: string | null;
	readonly says: NoticeSays;
	readonly why: NoticeWhy;
	readonly atMs: number;
	/** Altogether, and how many of them fire. */
	readonly total: number;
	readonly firing: number;
	readonly alerts: readonly Alert[];
};

/** What came of sending: said in words of ours, never with an address or a key in it. */
export type Answer = {
	/** The other side took it. */
	readonly isTaken: boolean;
	/** Worth another try: it may be taken later. */
	readonly again: boolean;
	/** When the other side wants to be asked again; null where it did not say. */
	readonly afterMs: number | null;
	/** Which sentence tells it, and its values. */
	readonly code: AnswerCode;
	readonly values: Readonly<Record<string, string | number>>;
};

export const answerCodes = [
	/** {code, said} */
	"taken",
	/** {code, said}: 4xx, and no use to try again. */
	"turned down",
	/** {code, said}: 429 or 5xx. */
	"busy",
	/** {code, host}: it sends us elsewhere, where we do not follow. */
	"redirected",
	/** {host, address}: an address inside, which is not allowed. */
	"address not allowed",
	/** {host} */
	"name unknown",
	"refused connection",
	"no answer in time",
	"closed midway",
	/** {detail}: the certificate. */
	"not trusted",
	/** {detail} */
	"sign-in refused",
	/** Of the configuration: there is no such outlet any more. */
	"no such outlet",
	/** It was owed for too long. */
	"too late",
	"not understood",
] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** A notice on its way; what it says may be long, and is read by whoever sends it. */
export type OwedNotice = Pick<Notice, "id" | "outlet" | "atMs"> & {
	readonly state: NoticeState;
	readonly tries: number;
	/** Not before then. */
	readonly nextMs: number;
	readonly answer: Answer | null;
	readonly answeredMs: number | null;
};
