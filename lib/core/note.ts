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
] as const;
export type NoteCode = (typeof noteCodes)[number];

export type Note = {
	readonly code: NoteCode;
	readonly values: Readonly<Record<string, string | number>>;
};
