// What does the page of one broker say in English?

import { count } from "../numbers.ts";
import { clock, duration, moment, precisely } from "../times.ts";
import { type BrokerWords, isMinute } from "../words/broker.ts";
import { standing } from "./standing.ts";

export const enBroker: BrokerWords = {
	broker: "Broker",
	freshness: {
		fresh: "up to date",
		late: "late",
		silent: "does not answer",
	},
	never: "Not heard yet",
	heard: (seconds, everySeconds) =>
		`Heard ${precisely(seconds, "en")} ago, asked every ${duration(everySeconds, "en")}`,
	asked: (everySeconds) => `Asked every ${duration(everySeconds, "en")}`,
	troubles: "What is wrong",
	valuesFrom: (ms, nowMs) =>
		nowMs - ms < 86_400_000
			? `All values are from ${clock(ms, "en")}`
			: `All values are from ${moment(ms, nowMs, "en")}`,
	subscriptions: "Subscriptions",
	onBoard: "Show them on the board",
	noneOnBoard: "none on the board",
	version: "Version",
	versionNote: "as the broker tells it",
	versionUnknown: "the broker does not tell it",
	share: "Tidemark took",
	shareNote: (seconds) =>
		`of this server's time in the last ${isMinute(seconds) ? "minute" : duration(seconds, "en")}`,
	shareUnknown:
		"not measured yet, or this server does not tell what reading it costs",
	connections: "Connections",
	connectionsOf: (most) => `of ${count(most, "en")} that the server allows`,
	mostUnknown: "the server does not tell how many it allows",
	connectionsUnknown: "this server does not tell how many are open",
	besideNote: "not on the board",
	standing: "What would be lost",
	standings: standing,
	verdicts: "Subscriptions by verdict",
	onlyVerdict: (verdict, n) =>
		`${verdict}: show ${count(n, "en")} on the board`,
	beside: "Groups without positions",
	besideWhy:
		"They have no row on the board: a group that has no position on any channel, such as workers that share out connectors or readers that never commit, has no lag that anybody could know.",
	besideNone:
		"None. Every group that is known here has a position on a channel, and with it a row on the board.",
	besideNotHeard: "Not known: this broker has not been heard yet.",
	leftOut: (n) =>
		n === 1 ? "1 more is not shown." : `${count(n, "en")} more are not shown.`,
	columns: {
		group: "Group",
		kind: "Kind",
		state: "State",
		members: "Members",
	},
	stale: "not heard now",
	membersOf: (group) => `Members of ${group}`,
	furtherMembers: (n) => `and ${count(n, "en")} more registered`,
	gone: "There is no such broker",
};
