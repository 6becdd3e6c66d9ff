// How is it said in English where a group is to read on, and which positions move?

import { count, pace } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { largest } from "../times.ts";
import type { MovesWords, WheretoWords } from "../words/clean-up-whereto.ts";
import { plural } from "./codes.ts";

export const enWhereto: WheretoWords = {
	title: "Where to read on",
	places: {
		ago: {
			name: "Some time ago",
			means: "At the first message written then or later.",
		},
		time: {
			name: "At a time",
			means: "At the first message written then or later.",
		},
		first: {
			name: "First",
			means: "At the first message that is kept: all of it is read again.",
		},
		end: {
			name: "End",
			means: "At the end: what waits now is never read by this group.",
		},
		shift: {
			name: "Shift",
			means: "From where each partition stands now.",
		},
		exact: {
			name: "Exact",
			means: "The same position in every partition.",
		},
		group: {
			name: "As another group",
			means: "Where that group stands now, partition by partition.",
		},
		listed: {
			name: "From CSV",
			means:
				"One line for each partition: topic,partition,offset. A head is not needed.",
		},
	},
	partitions: "Partitions",
	all: "All",
	some: "Only",
	unsaid: {
		partitions: "Partitions are written as in 0-3, 7.",
		ago: "How long ago? A whole number.",
		time: "Which date and time?",
		shift: "By how many messages? A whole number.",
		exact: "Which position? A whole number.",
		group: "Which group?",
		listed: "A plan is drawn once every line is right.",
	},
	otherAgo: "Other",
	units: { min: "minutes", h: "hours", d: "days" },
	timeIn: (zone) => `Date and time, ${zone}`,
	back: "back by",
	forward: "forward by",
	byMany: "Messages",
	position: "Position",
	group: "Group",
	file: {
		paste: "Positions",
		choose: "Choose a file…",
		present: "Copy present positions",
		reading: "Asking the broker",
		copied: "Copied",
		positions: (n) => plural(n, "position", "positions"),
		others: (n) =>
			`${plural(n, "position is", "positions are")} of other channels and not part of this.`,
		line: (line) => `Line ${count(line, "en")}`,
		faults: {
			"quote open": () => "a quote is not closed",
			"not three": (it) =>
				`${plural(numberOf(it, "fields") ?? 0, "field", "fields")} instead of topic, partition and offset`,
			"channel missing": () => "no topic",
			"partition wrong": (it) => `“${textOf(it, "said")}” is no partition`,
			"position wrong": (it) => `“${textOf(it, "said")}” is no offset`,
			twice: (it) =>
				`this partition stands in line ${count(numberOf(it, "before") ?? 0, "en")} already`,
			"too many": (it) =>
				`nothing is read from here on: ${count(numberOf(it, "most") ?? 0, "en")} are the most`,
		},
		more: (n) => `${plural(n, "more line", "more lines")} with a mistake.`,
	},
};

export const enMoves: MovesWords = {
	title: "Positions",
	channel: "Channel",
	partition: "Partition",
	before: "Now",
	after: "Then",
	change: "Change",
	none: "none",
	replayed: (n) => `${count(n, "en")} read again`,
	skipped: (n) => `${count(n, "en")} never read`,
	begins: "first position",
	back: "as it was",
	ends: "position goes",
	same: "stays",
	brought: "brought within",
	kept: (first, end) => `Kept: ${count(first, "en")} to ${count(end, "en")}`,
	rest: (n) => `${plural(n, "more partition", "more partitions")} not shown.`,
	takes: (it) =>
		it === null
			? "How long reading them again takes is not known: nobody has seen how fast this group reads."
			: `Reading them again takes about ${largest(it.seconds, "en")} at its last pace of ${pace(it.perSecond, "en")}/s.`,
};
