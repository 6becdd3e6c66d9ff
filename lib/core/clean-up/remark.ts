// What is said about a clean-up? A code and its values; the sentence is made where it is read.

export type Remark<Code extends string> = {
	readonly code: Code;
	readonly values: Readonly<Record<string, string | number | null>>;
};

/** What will happen, one after another. Counts are exact unless `bound` says otherwise. */
export const effectCodes = [
	/** {messages, bound, members, to} */
	"hand over",
	/** {messages, bound, members} */
	"re-enqueue",
	/** {messages, bound, members, to} */
	"dead-letter",
	/** {messages, bound, members} */
	"acknowledge",
	/** Which these are. {first, last, oldestMs, deliveriesMin, deliveriesMax} */
	"which messages",
	/** Each only while it holds nothing and was not used since the look. {members, idleMinMs} */
	"remove",
	/** {messages, bound, keptFrom, pinnedBy: the group that needs the first one that is kept, or null} */
	"trim",
	/** {unread} */
	"count",
	/** {messages, bound, members} */
	"clear",
	/** {messages, bound, from} */
	"redrive",
	/** {members, holding, lag} */
	"destroy",
	/** {messages, members} */
	"give back",
	/** {messages} */
	"take back copies",
	/** {members} */
	"name returns",
	/** They are read again. {messages, bound, partitions} */
	"go back",
	/** They are never read. {messages, bound, partitions} */
	"skip",
	/** It had no position there. {partitions} */
	"begin",
	/** What was asked for lies outside of what is kept. {partitions} */
	"brought within",
	/** Its positions go. {channels, partitions} */
	"forget positions",
	/** As they were before. {partitions} */
	"restore positions",
	/** {name, instance, partitions, others} */
	"evict",
	/** {messages, lists, to, served: next or last} */
	"recover",
] as const;
export type EffectCode = (typeof effectCodes)[number];

/** What a person has to know before saying yes. */
export const warningCodes = [
	/** A member that is only slow works on what another takes too. {messages, members} */
	"may run twice",
	/** Nobody can know whether a dead member finished its work. {messages} */
	"may be done already",
	/** {} */
	"order lost",
	/** {groups} */
	"others see copies",
	/** A reader that asks only for what is new never sees what it is handed. {to} */
	"must read again",
	/** Nobody works on them until somebody says so. {to} */
	"waits for somebody",
	/** This group never works on them. {messages} */
	"never processed",
	/** Who reads without a group is not seen, and may need them. {} */
	"readers unseen",
	/** The lag is unknown until the group has caught up. {} */
	"lag unknown for a while",
	/** One command that cannot be cut into slices. {ms} */
	"holds up server",
	/** More was there than was looked at: the rest stays. {looked} */
	"looked at some",
	/** Nobody can say that this member is dead. {members} */
	"members may live",
	/** A member that comes back is registered anew by itself. {} */
	"comes back by itself",
	/** Who takes its partitions itself is not seen, and would write its own positions again. {movedMs: how long ago one moved, or null} */
	"program unseen",
	/** It works at what it has: others do that again. {partitions} */
	"share goes over",
	/** Some programs never come back once they were taken out. {} */
	"may stay out",
	/** Where members live nobody can take it back. {members} */
	"no way back",
	/** With its last position the group goes too. {} */
	"group goes with it",
	/** It begins where the setting of its program says. {partitions} */
	"begins anew",
	/** What it was working on may have been done in part. {messages} */
	"half done",
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Why something is not offered, was not done, or not to this one. */
export const refusalCodes = [
	/** {} */
	"nothing to do",
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
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What is counted before and after. */
export const figureCodes = [
	"members",
	"held by absent",
	"held by live",
	"held",
	"waiting",
	"kept",
	"put aside",
	"positions",
	"in progress",
] as const;
export type FigureCode = (typeof figureCodes)[number];

export type Effect = Remark<EffectCode>;
export type Warning = Remark<WarningCode>;
export type Refusal = Remark<RefusalCode>;
