// What do the codes of a clean-up say in English?
import { boundOf } from "../bound.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration, precisely } from "../times.ts";
import type { CleanUpWords } from "../words/clean-up.ts";
import type { Values } from "../words/words.ts";
import {
	enChannelEffects,
	enChannelRefusals,
	enChannelWarnings,
} from "./clean-up-channels.ts";
import { some } from "./clean-up-deeds.ts";
import {
	enPositionEffects,
	enPositionRefusals,
	enPositionWarnings,
} from "./clean-up-positions.ts";
import { plural } from "./codes.ts";

const n = (it: Values, key: string): number => numberOf(it, key) ?? 0;
const counted = (it: Values, key: string): string => count(n(it, key), "en");
const messages = (it: Values, one = "message", more = "messages"): string =>
	some({ n: n(it, "messages"), bound: boundOf(it) }, one, more);
const members = (it: Values): string =>
	plural(n(it, "members"), "member", "members");
const lasting = (it: Values, key: string): string =>
	duration(n(it, key) / 1_000, "en");
const quoted = (it: Values): string => {
	const detail = textOf(it, "detail");
	return detail === "" ? "" : `: “${detail}”`;
};
const are = (it: Values, key: string): string =>
	n(it, key) === 1 ? "is" : "are";

export const enEffects: CleanUpWords["effects"] = {
	...enPositionEffects,
	...enChannelEffects,
	"hand over": (it) => [
		messages(it),
		` ${n(it, "messages") === 1 ? "goes" : "go"} from ${members(it)} to ${textOf(it, "to")}. Age and deliveries are kept.`,
	],
	"re-enqueue": (it) => [
		messages(it),
		` of ${members(it)}: a copy of each goes to the end of the channel, and what was held counts as done in the same step.`,
	],
	"dead-letter": (it) => [
		messages(it),
		` of ${members(it)}: a copy of each goes to ${textOf(it, "to")}, and what was held counts as done in the same step.`,
	],
	acknowledge: (it) => [
		messages(it),
		` of ${members(it)} ${n(it, "messages") === 1 ? "counts" : "count"} as done, without having been.`,
	],
	"which messages": (it) => {
		const [least, most] = [n(it, "deliveriesMin"), n(it, "deliveriesMax")];
		const ids = [textOf(it, "first"), textOf(it, "last")];
		const times =
			least === most
				? plural(least, "time", "times")
				: `${count(least, "en")} to ${plural(most, "time", "times")}`;
		return [
			"",
			[
				ids[0] === ids[1] ? ids[0] : ids.join(" to "),
				`oldest ${lasting(it, "oldestMs")}`,
				`delivered ${times}`,
			].join(" · "),
		];
	},
	remove: (it) => [
		members(it),
		` ${are(it, "members")} removed, each only if at that moment it holds nothing and was not seen for ${lasting(it, "idleMinMs")}.`,
	],
	trim: (it) => {
		const pinned = textOf(it, "pinnedBy");
		const kept = textOf(it, "keptFrom");
		return [
			messages(it),
			` that every group has finished ${are(it, "messages")} removed.${kept === "" ? "" : ` What is kept begins at ${kept}`}${pinned === "" ? (kept === "" ? "" : ".") : `${kept === "" ? " " : ", "}which ${pinned} still needs.`}`,
		];
	},
	count: (it) => [
		"The lag",
		numberOf(it, "unread") === null
			? " is counted anew. Nothing is delivered, moved or lost."
			: ` becomes ${counted(it, "unread")}, counted one by one. Nothing is delivered, moved or lost.`,
	],
	clear: (it) => [
		messages(it, "claim", "claims"),
		` of ${members(it)} on messages that are gone ${are(it, "messages")} ended.`,
	],
	redrive: (it) => [
		messages(it),
		` ${n(it, "messages") === 1 ? "goes" : "go"} back from ${textOf(it, "from")} to the end of the channel.`,
	],
	destroy: (it) => [
		"The group is deleted",
		` with its position, ${members(it)} and ${counted(it, "holding")} held${numberOf(it, "lag") === null ? "" : `; ${counted(it, "lag")} that wait are never delivered to it`}.`,
	],
	"give back": (it) => [
		messages(it),
		` ${n(it, "messages") === 1 ? "goes" : "go"} back to ${plural(n(it, "members"), "former owner", "former owners")}, with age and deliveries as they were.`,
	],
	"take back copies": (it) => [
		messages(it, "copy", "copies"),
		` that nobody has read ${are(it, "messages")} taken back.`,
	],
	"name returns": (it) => [
		members(it),
		` ${are(it, "members")} registered again under ${n(it, "members") === 1 ? "its name" : "their names"}.`,
	],
};

export const enWarnings: CleanUpWords["warnings"] = {
	...enPositionWarnings,
	...enChannelWarnings,
	"may run twice": (it) =>
		`May run twice: ${messages(it)} of ${plural(n(it, "members"), "member that is", "members that are")} perhaps only slow.`,
	"may be done already": (it) =>
		`Nobody can know whether a dead member finished ${n(it, "messages") === 1 ? "the message" : `any of the ${messages(it)}`}: what it finished may be done again.`,
	"order lost": () => "Copies come after everything that waits: new order.",
	"others see copies": (it) =>
		`${plural(n(it, "groups"), "other group sees", "other groups see")} the copies too.`,
	"must read again": (it) =>
		`${textOf(it, "to")} has to read its own pending entries: one that asks only for what is new never sees them.`,
	"may be in hand": (it) =>
		`${plural(n(it, "members"), "member", "members")} may be working on one of them at that moment: if that ends well after all, it lies aside nevertheless.`,
	"waits for somebody": (it) =>
		`Nobody works on ${textOf(it, "to")} until somebody says so.`,
	"never processed": (it) =>
		`${messages(it)} will never be worked on by this group.`,
	"readers unseen": () =>
		"Whoever reads without a group is not seen here, and may still need them.",
	"lag unknown for a while": () =>
		"The lag is not known until the group has caught up.",
	"holds up server": (it) =>
		`One command that cannot be cut up: it holds up the server for about ${precisely(n(it, "ms") / 1_000, "en")}.`,
	"looked at some": (it) =>
		`Only ${counted(it, "looked")} were looked at; what is beyond them stays.`,
	"first of more": (it) =>
		`No more than ${messages(it)} at once, the oldest first: others of the kind stay for another plan.`,
	"members may live": (it) =>
		`Nobody can prove that ${plural(n(it, "members"), "member is", "members are")} dead.`,
	"comes back by itself": () =>
		"A member that comes back registers anew by itself.",
};

export const enRefusals: CleanUpWords["refusals"] = {
	...enPositionRefusals,
	...enChannelRefusals,
	"nothing to do": () => "There is nothing to do.",
	"none found": (it) =>
		`None was found among the first ${counted(it, "looked")} that were looked at; more is held.`,
	gone: () => "It is gone.",
	"came back": (it) =>
		numberOf(it, "idleMs") === null
			? `${textOf(it, "name")} came back, so it stays.`
			: `${textOf(it, "name")} came back: seen ${precisely(n(it, "idleMs") / 1_000, "en")} before, so it stays.`,
	"holds messages": (it) =>
		`${textOf(it, "name")} holds ${messages(it)}, so it stays.`,
	"nobody to take it": () => "No member is known to be alive and take them.",
	"receiver unknown": (it) =>
		`${textOf(it, "name")} is no member of this group.`,
	"others would see copies": (it) =>
		`${plural(n(it, "groups"), "other group", "other groups")} would see the copies too.`,
	"copy refused": (it) => `The broker did not take the copy${quoted(it)}.`,
	"moved since": (it) =>
		`${messages(it, "message was", "messages were")} claimed by somebody else or delivered anew, and stay there.`,
	"message gone": (it) => `${messages(it, "message is", "messages are")} gone.`,
	"too large": (it) =>
		`${messages(it, "message has", "messages have")} too many fields to be copied in one step.`,
	"still needed": (it) =>
		`${textOf(it, "group")} still needs what begins at ${textOf(it, "id")}.`,
	"no group": () => "There is no such group.",
	"too old": () => "The broker's version cannot do this.",
	"changed since": () => "What was counted is not what is there any more.",
	"other server": () =>
		"Another server answers than the one that was looked at.",
	"acknowledged since": (it) =>
		`${messages(it, "message was", "messages were")} acknowledged since and stay done.`,
	"copy was read": (it) =>
		`${messages(it, "copy was", "copies were")} read already.`,
	"broker forbids": (it) =>
		`The broker does not allow it to the user it is asked as${quoted(it)}.`,
	"broker failed": (it) => `The broker failed${quoted(it)}.`,
	"read-only": () => "Nothing may be changed here any more.",
	"not allowed": () => "Who said yes to it may not do this any more.",
	"was stopped": () => "It was stopped before this.",
};
