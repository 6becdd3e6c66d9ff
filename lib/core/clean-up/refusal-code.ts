// Why is something of a clean-up not done? A code for each reason, with the values that its sentence needs.

/** Why something is not offered, was not done, or not to this one. */
export const refusalCodes = [
	/** {} */
	"nothing to do",
	/** More was there than was looked at. {looked} */
	"none found",
	/** {} */
	"gone",
	/** The member was used since. {name, idleMs} */
	"came back",
	/** {name, messages} */
	"holds messages",
	/** No member is known to be alive. {} */
	"nobody to take it",
	/** {name} */
	"receiver unknown",
	/** {groups} */
	"others would see copies",
	/** The broker would not take the copy, in its own words. {detail} */
	"copy refused",
	/** Claimed by somebody else, or delivered anew. {messages} */
	"moved since",
	/** {messages} */
	"message gone",
	/** Too many fields for a copy in one step. {messages} */
	"too large",
	/** {group, id} */
	"still needed",
	/** {} */
	"no group",
	/** {} */
	"too old",
	/** What was counted is not what is there any more. {} */
	"changed since",
	/** Another server answers than the one that was looked at. {} */
	"other server",
	/** {messages} */
	"acknowledged since",
	/** {messages} */
	"copy was read",
	/** Not in the rights of the user it signs in with, in the broker's own words. {detail} */
	"broker forbids",
	/** {detail} */
	"broker failed",
	/** {} */
	"was stopped",
	/** Nothing is to be changed at this broker, or from here at all. {} */
	"read-only",
	/** Who approved it may not do this any more. {} */
	"not allowed",
	/** Only a group without members can be told where to read. {members: null where the broker says no more} */
	"has members",
	/** Members join or leave just now. {} */
	"regroups",
	/** The broker contradicts what it said a moment ago. {} */
	"not agreed",
	/** A position moved a moment ago though no member is known. {movedMs} */
	"program at work",
	/** It wrote its own positions again. {partitions} */
	"put back",
	/** A transaction is writing these positions. {partitions} */
	"transaction open",
	/** A member reads this channel. {} */
	"still read",
	/** It is another channel of the same name. {channel} */
	"made again",
	/** {partitions} */
	"positions moved",
	/** {partitions} */
	"no such partition",
	/** {group} */
	"other group unknown",
	/** It may come back as another, and nobody would know. {name} */
	"not fixed",
	/** The broker lets it go by itself when its program is gone, whatever its name. {name} */
	"goes by itself",
	/** {name} */
	"still at work",
	/** What keeps these jobs has a way of its own, and nothing else is safe. {program} */
	"its own way",
	/** These were not written. {partitions, detail} */
	"positions refused",
	/** {name} */
	"still connected",
	/** It was not seen to lie still for as long as is odd. {name, seenMs, patienceMs} */
	"too early",
	/** {messages} */
	"taken since",
	/** Whoever is registered may live, as far as can be told yet. {members} */
	"nobody judged",
	/** A part of the broker that has to be enabled first. {name} */
	"not enabled",
	/** {} */
	"nowhere named",
	/** {channel} */
	"no such channel",
	/** It goes where it is already. {} */
	"same channel",
	/** It would not take all, or throw away others for it. {channel, messages: how many it takes} */
	"no room",
	/** {members: null where the broker says no more} */
	"still in use",
	/** {messages: null where the broker says no more} */
	"not empty",
	/** In a channel of this kind the broker knows no form of it that harms nothing. {} */
	"no safe way",
	/** The broker has not counted what is there. {} */
	"not counted",
	/** What an earlier clean-up began goes on at the broker. {name} */
	"moving already",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
