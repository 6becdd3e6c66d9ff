// What else did the broker show that numbers alone do not tell? A code and its values, like a reason.

export const noteCodes = [
	/** What is left behind the position is transaction markers: there is nothing to read. {messages} */
	"markers only",
	/** It may be markers only: the messages themselves may not be looked at. {messages} */
	"may be markers",
	/** Readers of committed messages wait for a transaction that is still open. {partitions, messages, forSeconds} */
	"open transaction",
	/** Compaction removed messages in between, so the lag counts gaps as well. {} */
	"compacted",
	/** Neither age nor size removes anything, so that nothing unread is ever lost. {} */
	"kept for ever",
	/** The channel was deleted and made again under its name; positions of the old one are no longer of use. {} */
	"made again",
	/** The server that answers now knows fewer messages than the one before. {messages} */
	"fell back",
	/** Somebody set positions back. {messages}, where it is known how far */
	"set back",
	/** The broker forgets this group's positions unless somebody reads. {seconds, bound: "about" or "at most"} */
	"forgotten soon",
	/** Partitions nobody has committed for yet, and which therefore are not counted. {partitions} */
	"not committed",
	/** Members that left for a restart, are expected back, and read nothing meanwhile. {members} */
	"members away",
	/** Nothing was ever removed from the channel, though its groups have read it: it only grows. {messages, forSeconds} */
	"never trimmed",
	/** The whole channel goes, with all its groups, unless its time to live is set anew. {seconds} */
	"expires",
	/** Of all its groups only this one still needs so much: nothing else keeps it from being removed. {messages, forSeconds, seconds: what the next one needs} */
	"pins",
	/** The same, since it holds an old message. {forSeconds, seconds} */
	"pins by holding",
	/** The group has members, and none of them reads this channel any more. {members} */
	"not subscribed",
	/** Partitions without a leader: nobody can read or write them. {partitions} */
	"offline",
	/** Members that are dead, or not seen for longer than patience, hold messages. {messages, members: where it is known how many, forSeconds} */
	"held by absent",
	/** Members wait that the broker has never served and does not list. {members} */
	"waits unserved",
	/** The oldest of the messages in progress has been the same for longer than usual. {messages, forSeconds} */
	"held still",
	/** The oldest of the messages that wait has been the same for longer than usual. {messages, forSeconds} */
	"waits still",
	/** Somebody paused it: nothing is handed out until it is resumed. {} */
	"paused",
	/** Messages whose time has not come. {messages} */
	"delayed",
	/** Messages that failed for good and were put aside. {messages} */
	"failed",
	/** What is sent reaches whoever listens at that moment, and is not kept. {} */
	"nothing kept",
	/** The broker cut off subscribers for whom too much waited: what waited is lost. {count, bound, atMs} */
	"subscriber cut off",
	/** Subscribers went while messages waited for them, for a reason that was not told. {count, bound, atMs} */
	"subscriber lost",
	/** So much waits for subscribers that the broker will cut them off. {subscribers, seconds, bound, bytes?, percent?} */
	"cut off soon",
	/** Subscribers do not take what is sent to them. {subscribers, bound, atMs?, bytes?, percent?} */
	"subscriber behind",
	/** Some subscribers of the broker are behind, and nobody can know whether they listen here. {subscribers} */
	"may be behind",
	/** {expected: 1 where somebody should, patterns: that may match, atMs: since when} */
	"nobody listens",
	/** Some listen by patterns, which the broker counts and does not name. {subscribers, patterns} */
	"patterns heard",
	/** The most that waits for any subscriber. {bytes} */
	"largest output",
	/** Large messages that wait are not counted there, and nobody is cut off for them. {} */
	"output undercounted",
	/** When subscribers are cut off may not be asked: the usual limit is assumed. {} */
	"limit assumed",
] as const;
export type NoteCode = (typeof noteCodes)[number];

export type Note = {
	readonly code: NoteCode;
	readonly values: Readonly<Record<string, string | number>>;
};
