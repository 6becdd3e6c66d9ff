// Is one member of a group live, stuck, dead, or can nobody tell? The first rule that holds decides.
import type {
	EvidenceCode,
	JudgedMember,
	MemberVerdict,
} from "#lib/core/member.ts";
import type { IdleMeans } from "../connection/version.ts";

/** Of the connection that bears the member's name: `never` when none ever did, `gone` when it was missing twice. */
export type Connection = "waiting" | "present" | "gone" | "never";

export type MemberFacts = {
	readonly idleMs: number | null;
	readonly holding: number;
	readonly connection: Connection;
	/** Since its connection was last seen. */
	readonly goneMs: number | null;
	/** Nobody is connected to the server, and was not when it was last seen. */
	readonly isDeserted: boolean;
	/** The longest it went without asking while nothing came; null until it was seen often enough. */
	readonly asksEveryMs: number | null;
	/** Somebody waits who came after it was known to ask: it may be this one, started again with another habit. */
	readonly mayWaitAnew: boolean;
	/** How often others were served since it was, or since it held something; null until that is known. */
	readonly turnsMissed: number | null;
};

export type GroupFacts = {
	readonly patienceMs: number;
	/** Null when the server's version is not known. */
	readonly idleMeans: IdleMeans | null;
	/** Its members' connections bear their names. */
	readonly named: boolean;
	/** A time before the newest message came; null when none was seen to come. */
	readonly newestSeenMs: number | null;
	readonly registered: number;
	/** Connections that could be a reader's, less those whose readers were seen; null when that is not known. */
	readonly spare: number | null;
};

type Rule = (member: MemberFacts, group: GroupFacts) => JudgedMember | null;

/** Late by as much as a look may last. */
const slackMs = 1000;

const rules: readonly Rule[] = [
	connectedButStill,
	connected,
	disconnected,
	nobodyConnected,
	seenLately,
	noConnection,
	holdsUnseen,
	notWoken,
	stoppedAsking,
	passedOver,
];

export function judge(member: MemberFacts, group: GroupFacts): JudgedMember {
	for (const rule of rules) {
		const judged = rule(member, group);
		if (judged) return judged;
	}
	return say("unknown", "quiet", idle(member));
}

const isHere = ({ connection }: MemberFacts): boolean =>
	connection === "waiting" || connection === "present";

const isSilent = ({ idleMs }: MemberFacts, { patienceMs }: GroupFacts) =>
	idleMs !== null && idleMs >= patienceMs;

/** What it holds it has held at least since it was last seen. One that waits is at rest, whatever it forgot. */
function connectedButStill(member: MemberFacts, group: GroupFacts) {
	if (member.connection !== "present" || member.holding === 0) return null;
	return isSilent(member, group)
		? say("stuck", "connected but still", held(member))
		: null;
}

function connected(member: MemberFacts) {
	return isHere(member) ? say("live", "connected") : null;
}

function disconnected({ connection, goneMs }: MemberFacts) {
	return connection === "gone"
		? say("dead", "disconnected", { goneSeconds: seconds(goneMs) })
		: null;
}

function nobodyConnected({ isDeserted }: MemberFacts) {
	return isDeserted ? say("dead", "nobody connected") : null;
}

function seenLately(member: MemberFacts, group: GroupFacts) {
	if (member.idleMs === null || isSilent(member, group)) return null;
	return group.named
		? say("unknown", "seen without name", idle(member))
		: say("live", "seen lately", idle(member));
}

function noConnection(member: MemberFacts, group: GroupFacts) {
	return group.named && isSilent(member, group)
		? say("dead", "no connection", idle(member))
		: null;
}

function holdsUnseen(member: MemberFacts, group: GroupFacts) {
	return member.holding > 0 && isSilent(member, group)
		? say("stuck", "holds unseen", held(member))
		: null;
}

function notWoken(member: MemberFacts, group: GroupFacts) {
	const { idleMeans, newestSeenMs } = group;
	if (idleMeans !== "asked" || newestSeenMs === null) return null;
	if (member.idleMs === null || member.idleMs <= newestSeenMs + slackMs)
		return null;
	const sinceSeconds = seconds(newestSeenMs);
	return say("dead", "not woken", { ...idle(member), sinceSeconds });
}

function stoppedAsking(member: MemberFacts, { idleMeans }: GroupFacts) {
	const { idleMs, asksEveryMs, mayWaitAnew } = member;
	if (idleMeans !== "asked" || asksEveryMs === null) return null;
	if (mayWaitAnew) return null;
	if (idleMs === null || idleMs <= 3 * asksEveryMs) return null;
	const everySeconds = seconds(asksEveryMs);
	return say("dead", "stopped asking", { ...idle(member), everySeconds });
}

/** Those who wait stand in line; who asks anew goes to its end each time, and may never be served though it lives. */
function passedOver(member: MemberFacts, group: GroupFacts) {
	const { idleMs, turnsMissed } = member;
	if (group.idleMeans !== "served" || idleMs === null) return null;
	if (turnsMissed === null) return null;
	if (turnsMissed <= 2 * group.registered) return null;
	const values = { ...idle(member), turns: turnsMissed };
	return group.spare !== null && group.spare <= 0
		? say("dead", "passed over", values)
		: say("unknown", "may be passed over", values);
}

function say(
	verdict: MemberVerdict,
	code: EvidenceCode,
	values: Readonly<Record<string, number>> = {},
): JudgedMember {
	return { verdict, evidence: { code, values } };
}

const seconds = (ms: number | null): number => Math.round((ms ?? 0) / 1000);

const idle = ({ idleMs }: MemberFacts) => ({ idleSeconds: seconds(idleMs) });

const held = (member: MemberFacts) => ({
	...idle(member),
	messages: member.holding,
});
