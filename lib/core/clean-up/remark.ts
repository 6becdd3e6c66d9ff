// What is said about a clean-up? A code and its values; the sentence is made where it is read.

import type { RefusalCode } from "./refusal-code.ts";

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
	/** {messages, bound, to} */
	"move",
	/** {messages, bound} */
	"purge",
	/** {channel, bindings} */
	"delete",
	/** Its connection ends, and what it holds waits again. {name, connection, messages, others: members left} */
	"disconnect",
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
	/** Some may be worked on at that moment, and are put aside all the same. {members} */
	"may be in hand",
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
	/** There are more of the kind than go at once. {messages: how many go} */
	"first of more",
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
	/** At which end readers take was never seen: the usual is taken for granted. {} */
	"ends assumed",
	/** Connections do not tell whose it is. {lists} */
	"owner unseen",
	/** One that was finished could not be told from another that was taken since. {messages} */
	"look alike",
	/** What members hold does not wait, and stays. {messages} */
	"held stays",
	/** Nothing says up to which message: what comes until then goes too. {} */
	"arrivals go too",
	/** They go on taking meanwhile. {members} */
	"members take too",
	/** What was sent by these goes nowhere then. {bindings} */
	"bindings go too",
	/** The same connection serves more. {members, channels, first: the first of these} */
	"others cut off",
	/** How many there are was counted by the broker up to so long ago. {ms} */
	"counted before",
	/** {channel, ms} */
	"removed there",
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** What is counted before and after. */
export const figureCodes = [
	"members",
	"held by absent",
	"held by live",
	"held",
	"waiting",
	"kept",
	"positions",
	"in progress",
	"put aside",
	"waiting there",
	"bindings",
] as const;
export type FigureCode = (typeof figureCodes)[number];

export type Effect = Remark<EffectCode>;
export type Warning = Remark<WarningCode>;
export type Refusal = Remark<RefusalCode>;
