// What else was seen of a subscription, said in English?

import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { broadcastNotes } from "./broadcast.ts";

const plurals = new Intl.PluralRules("en");
const counted = (values: Values, key: string, one: string, other: string) => {
	const n = numberOf(values, key) ?? 0;
	return `${count(n, "en")}\u00a0${plurals.select(n) === "one" ? one : other}`;
};
const lasting = (values: Values, key: string): string =>
	duration(numberOf(values, key) ?? 0, "en");
const partitions = (values: Values): string =>
	counted(values, "partitions", "partition", "partitions");

export const notes: Words["notes"] = {
	...broadcastNotes,
	"markers only": (values) =>
		`Behind its position lie only markers of transactions (${count(numberOf(values, "messages") ?? 0, "en")}): nothing is left to read`,
	"may be markers": (values) =>
		`The last ${count(numberOf(values, "messages") ?? 0, "en")} may be markers of transactions; this user may not look at them`,
	"open transaction": (values) =>
		`A transaction has been open for ${lasting(values, "forSeconds")} in ${partitions(values)}; readers of committed messages cannot pass it, and ${count(numberOf(values, "messages") ?? 0, "en")} wait behind it`,
	compacted: () =>
		"The log is compacted: messages were removed in between, so fewer may wait than are counted",
	"kept for ever": () =>
		"Neither age nor size removes anything here: what waits unread is kept",
	"made again": () =>
		"It was deleted and made again under its name; positions of before are of no use",
	"fell back": (values) =>
		`The server that answers now knows ${counted(values, "messages", "message", "messages")} fewer than the one before`,
	"set back": (values) =>
		numberOf(values, "messages") === null
			? "Somebody set its positions back, or made the group again"
			: `Somebody set its positions back by ${counted(values, "messages", "message", "messages")}`,
	"forgotten soon": (values) =>
		`The broker forgets its positions in ${textOf(values, "bound")} ${lasting(values, "seconds")}, unless somebody reads`,
	"not committed": (values) =>
		`No position in ${partitions(values)}; what waits there is not counted`,
	"members away": (values) =>
		`${counted(values, "members", "member is", "members are")} away for a restart and expected back`,
	"held by absent": (values) =>
		numberOf(values, "members") === null
			? `${counted(values, "messages", "message", "messages")} in progress, and for ${lasting(values, "forSeconds")} nobody was seen to work on the oldest of them`
			: `${counted(values, "members", "member that is dead or stuck holds", "members that are dead or stuck hold")} ${counted(values, "messages", "message", "messages")}, for up to ${lasting(values, "forSeconds")}; nobody else is given them`,
	"waits unserved": (values) =>
		`${counted(values, "members", "member waits and was", "members wait and were")} never served, so the broker does not list them yet`,
	"held still": (values) =>
		`The oldest of ${counted(values, "messages", "message", "messages")} in progress was never another one in ${lasting(values, "forSeconds")}: whoever took it is dead, or hangs`,
	"waits still": (values) =>
		`The oldest of ${counted(values, "messages", "waiting message", "waiting messages")} was never another one in ${lasting(values, "forSeconds")}: nobody takes any`,
	paused: () => "Somebody paused it: nothing is handed out until it is resumed",
	delayed: (values) =>
		`${counted(values, "messages", "message is", "messages are")} put off to a later time, and not counted as waiting`,
	failed: (values) =>
		`${counted(values, "messages", "message", "messages")} failed for good and lie beside it`,
	"never trimmed": (values) =>
		`Nothing was ever removed here: ${counted(values, "messages", "message", "messages")} of ${lasting(values, "forSeconds")} are kept, though every group has read nearly all of them; without a limit it only grows`,
	expires: (values) =>
		`It has a time to live: in about ${lasting(values, "seconds")} all of it is removed, with its groups and whatever they have not read, unless that time is set anew`,
	pins: (values) =>
		`Keeps about ${counted(values, "messages", "message", "messages")} from being removed without loss: it has yet to read what is ${lasting(values, "forSeconds")} old, the next slowest group only ${lasting(values, "seconds")}`,
	"pins by holding": (values) =>
		`Holds a message that is ${lasting(values, "forSeconds")} old: nothing newer can be removed without loss, though the next slowest group goes back only ${lasting(values, "seconds")}`,
	"not subscribed": (values) =>
		`The group has ${counted(values, "members", "member", "members")}, and none of them reads this any more; its position here is forgotten by and by`,
	offline: (values) =>
		`${partitions(values)} without a leader: nobody can read or write there`,
};
