// Is a member of a group there? A verdict, and what it rests on.

/** From calm to grave. `stuck`: it holds messages and shows no life, so it is dead or very slow. */
export const memberVerdicts = ["live", "unknown", "stuck", "dead"] as const;
export type MemberVerdict = (typeof memberVerdicts)[number];

export const evidenceCodes = [
	/** A connection bears its name. {} */
	"connected",
	/** A connection bears its name, and the broker has never served it. {} */
	"waits unserved",
	/** Its connection is there, and it is handed no more than so many at once. {messages} */
	"takes at most",
	/** The same, without a bound. {} */
	"takes any number",
	/** It was served, or asked, within the group's patience. {idleSeconds} */
	"seen lately",
	/** The same, though no connection bears its name as others of its group do. {idleSeconds} */
	"seen without name",
	/** Its connection is there, and it neither asks nor finishes what it holds. {idleSeconds, messages} */
	"connected but still",
	/** It holds messages and was not seen for longer than the group's patience. {idleSeconds, messages} */
	"holds unseen",
	/** The connection that bore its name is gone. {goneSeconds} */
	"disconnected",
	/** Nobody at all is connected. {} */
	"nobody connected",
	/** No connection bears its name, as others of its group do. {idleSeconds} */
	"no connection",
	/** A message came, which would have woken whoever waits. {idleSeconds, sinceSeconds} */
	"not woken",
	/** It used to ask every so often, and no longer does. {idleSeconds, everySeconds} */
	"stopped asking",
	/** All who wait were served in turn, it was not, and no connection is left that could be its own. {idleSeconds, turns} */
	"passed over",
	/** The same, but a connection is left: who asks anew all the time may be passed over. {idleSeconds, turns} */
	"may be passed over",
	/** Nothing came that would have shown whether it waits. {idleSeconds} */
	"quiet",
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

/** A code and its values; the sentence is made where it is read. */
export type Evidence = {
	readonly code: EvidenceCode;
	readonly values: Readonly<Record<string, number>>;
};

export type JudgedMember = {
	readonly verdict: MemberVerdict;
	readonly evidence: Evidence;
};
