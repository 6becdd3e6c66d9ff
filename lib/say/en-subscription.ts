// What does the page of one subscription say in English?
import { plural } from "./en-codes.ts";
import { count } from "./numbers.ts";
import { clock, duration, moment, precisely } from "./times.ts";
import type { SubscriptionWords } from "./words.ts";

export const enSubscription: SubscriptionWords = {
	copyCommand: "Copy as command",
	copiedCommand: "Command copied",
	since: (at, lasting) => `since ${at}, ${lasting}`,
	lag: "Lag",
	timeLag: "Time lag",
	holding: "Holding",
	pace: "Pace",
	members: "Members",
	waiting: "not yet delivered to the group",
	untaken: "waiting to be taken",
	sinceHour: (change) =>
		change === 0
			? "as many as an hour ago"
			: `${count(Math.abs(change), "en")} ${change > 0 ? "more" : "fewer"} than an hour ago`,
	timeLagNote: "age of the oldest message not delivered",
	margin: "Margin",
	marginNote: "until retention reaches unread messages",
	marginNone: "nothing unread to lose",
	marginKept: "kept for ever: retention removes nothing",
	oldest: (age) => `oldest for ${age}`,
	nothingHeld: "nothing is held",
	holdingNote: "taken and not yet acknowledged",
	usual: (duration) => `usual: under ${duration}`,
	usualUnknown: "what is usual is known after a day",
	notHeld: "this kind holds nothing",
	inOut: (arrivals, departures) => `${arrivals}/s in, ${departures}/s out`,
	paceUnknown: "needs more readings",
	registered: (n) => `${count(n, "en")} registered`,
	liveNotKnown: "how many are live is not known",
	heard: (seconds, readings, windowSeconds) =>
		readings > 1
			? `Judged from ${count(readings, "en")} readings over ${duration(windowSeconds, "en")}, up to ${precisely(seconds, "en")} ago`
			: `Judged from readings up to ${precisely(seconds, "en")} ago`,
	valuesFrom: (ms, nowMs) =>
		nowMs - ms < 86_400_000
			? `All values are from ${clock(ms, "en")}`
			: `All values are from ${moment(ms, nowMs, "en")}`,
	history: "History",
	partitions: "Partitions",
	partitionCount: (total) => plural(total, "partition", "partitions"),
	lagOf: (total) => `Lag of ${plural(total, "partition", "partitions")}`,
	notMoved: "not seen to move since it is watched",
	byNumber: "by number, height is lag",
	byNumberHeat: "by number, darker is more lag",
	stuckOf: (n) => `${count(n, "en")} stuck`,
	partitionStates: {
		"caught up": "caught up",
		moves: "moves",
		rests: "rests",
		stuck: "stuck",
	},
	settings: "Settings that matter here",
	settingNames: {
		"kept for": "Messages are kept for",
		"kept up to": "A partition is kept up to",
		compacted: "Compaction",
		"dated by": "Messages are dated by",
		"positions kept for": "Positions of an empty group are kept for",
		"group type": "Type of the group",
		"group state": "State of the group",
		assignor: "Partitions are shared out by",
		waiting: "Waiting",
		"in progress": "In progress",
		"put off": "Put off to a later time",
		failed: "Failed for good",
	},
	settingWords: {
		unbounded: "no bound",
		yes: "on",
		no: "off",
		producer: "their producer",
		broker: "the broker",
	},
	columns: {
		partition: "Partition",
		owner: "Owner",
		lag: "Lag",
		timeLag: "Time lag",
		margin: "Margin",
		moved: "Moved",
		state: "State",
		position: "Position",
		end: "End",
		member: "Member",
		client: "Client",
		host: "Host",
		owns: "Partitions",
		holding: "Holding",
		idle: "Idle",
		verdict: "Verdict",
		evidence: "Why",
		oldestHeld: "Oldest held",
		connection: "Connection",
		connected: "Connected for",
		output: "Waiting to be sent",
		ofLimit: "Of the limit",
		behind: "Behind since",
	},
	work: "What lies where",
	inProgress: "Oldest in progress",
	subscribers: "Subscribers",
	subscribersNote: "connected now",
	couldListen: (n) =>
		`${plural(n, "connection", "connections")}; which of them hear one channel is not told`,
	noSubscribers: "Nobody listens.",
	keepsUp: "keeps up",
	shown: (seconds) => `as the broker showed it ${precisely(seconds, "en")} ago`,
	asking: "Asking the broker…",
	askAgain: "Ask again",
	noPartitions: "The broker shows no partitions.",
	allMembers: "All",
	whichMembers: "Which members",
	mostLagging: (n, total) =>
		`Lag of the ${count(n, "en")} furthest behind of ${plural(total, "partition", "partitions")}`,
	noMembers: "The broker shows no members.",
	memberMarks: {
		away: "away, expected back",
		rebalancing: "rebalancing; partitions as before",
	},
	page: (from, to, total) =>
		`${count(from, "en")} to ${count(to, "en")} of ${count(total, "en")}`,
	previous: "Page before",
	next: "Next page",
	gone: "This subscription is not on the board",
	goneWhy:
		"The broker no longer has it, or it is watched under another name now.",
};
