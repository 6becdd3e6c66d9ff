// What is said in English beside the charts of one subscription?
import { count } from "../numbers.ts";
import type { BesideWords } from "../words/beside.ts";

export const enBeside: BesideWords = {
	fired: (rule) => `alert “${rule}”`,
	forecast: "Forecast",
	passes: (n, duration) =>
		`At this pace the lag passes ${n} in about ${duration}.`,
	drained: (duration) =>
		`At this pace nothing waits any more in about ${duration}.`,
	steady: "At this pace the lag stays about where it is.",
	nothing: "Nothing waits.",
	notKnown: "Where it goes is not known: that takes a lag and a pace of now.",
	safe: (duration) =>
		`Nothing unread is removed by the broker for ${duration}.`,
	happened: "Happened here",
	calm: "The verdict did not change in this range.",
	lasted: (verdict, duration) => `${verdict} for ${duration}`,
	stands: (verdict) => `${verdict} since then`,
	earlier: (n) => `and ${count(n, "en")} before`,
	otherGroups: "Other groups of this channel",
	otherChannels: "Other channels of this group",
	none: "There are none.",
	more: (n) => `${count(n, "en")} more on the board`,
};
