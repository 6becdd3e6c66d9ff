// What is the judgement called, how grave is it, and why was it reached?

/** From calm to grave: the order of the board, and of "at least" in rules. */
export const verdicts = [
	"healthy",
	"abandoned",
	"unknown",
	"slow",
	"stalled",
	"stopped",
	"losing",
] as const;
export type Verdict = (typeof verdicts)[number];
/** As a screen tells them: what is worst comes first. */
export const fromGrave: readonly Verdict[] = verdicts.toReversed();

export const gravityOf = (verdict: Verdict): number =>
	verdicts.indexOf(verdict);

export const reasonCodes = [
	"caught up",
	"only markers",
	"may be only markers",
	"catches up",
	"steady",
	"falls behind",
	"rests as usual",
	"not moving",
	"parts not moving",
	"delivered again",
	"goes back",
	"open transaction",
	"no members",
	"all dead",
	"held by absent",
	"held still",
	"waits still",
	"forgotten soon",
	"not subscribed",
	"no group",
	"removed unread",
	"loses soon",
	"subscriber cut off",
	"subscriber lost",
	"cut off soon",
	"subscriber behind",
	"nobody listens",
	"listened to",
	"too few readings",
	"no position",
	"ahead of the log",
	"made again",
	"begins anew",
	"lag unknown",
	"broker silent",
	"part silent",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A code and its values; the sentence is made where it is read, in the reader's language. */
export type Reason = {
	readonly code: ReasonCode;
	readonly values: Readonly<Record<string, string | number>>;
};
