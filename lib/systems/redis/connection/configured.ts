// What may be configured beside an address: whom to trust, who we are, which protocol to speak, and what is known of members, lists and channels?
import { z } from "zod";
import { type ReadFile, section } from "../../setting.ts";
import { type Tls, tlsSetting } from "../../tls-setting.ts";
import {
	type ChannelsConfigured,
	channelsSetting,
	everyChannel,
} from "../broadcast/configured.ts";
import {
	type ListsConfigured,
	listsSetting,
	nothingOfLists,
} from "../lists/configured.ts";
import {
	type MembersConfigured,
	membersSetting,
	nothingOfMembers,
} from "../members/configured.ts";
import {
	type NodesConfigured,
	nodesSetting,
	nothingOfSentinel,
	type SentinelConfigured,
	sentinelSetting,
} from "../topology/configured.ts";

export type Configured = {
	/** Null where only the address's scheme says whether to encrypt. */
	readonly tls: Tls | null;
	/** 3 falls back to 2 where the server says that it knows no other; some proxies hang up instead. */
	readonly protocol: 2 | 3;
	readonly sentinel: SentinelConfigured;
	/** A replica spares the original, and does not know who is connected there. */
	readonly readFrom: "original" | "replica";
	readonly nodes: NodesConfigured;
	readonly members: MembersConfigured;
	readonly lists: ListsConfigured;
	readonly channels: ChannelsConfigured;
};

export const nothingConfigured: Configured = {
	tls: null,
	protocol: 3,
	sentinel: nothingOfSentinel,
	readFrom: "original",
	nodes: null,
	members: nothingOfMembers,
	lists: nothingOfLists,
	channels: everyChannel,
};

export const configured = (read: ReadFile): z.ZodType<Configured> =>
	section({
		tls: tlsSetting(read).optional(),
		protocol: z.enum(["2", "3"], "write 2 or 3").optional(),
		sentinel: sentinelSetting.optional(),
		readFrom: z
			.enum(["original", "replica"], "write original or replica")
			.optional(),
		nodes: nodesSetting.optional(),
		members: membersSetting.optional(),
		lists: listsSetting.optional(),
		channels: channelsSetting.optional(),
	}).transform(
		({
			tls,
			protocol,
			sentinel,
			readFrom,
			nodes,
			members,
			lists,
			channels,
		}): Configured => ({
			...nothingConfigured,
			...(tls && { tls }),
			...(protocol && { protocol: protocol === "2" ? 2 : 3 }),
			...(sentinel && { sentinel }),
			...(readFrom && { readFrom }),
			...(nodes && { nodes }),
			...(members && { members }),
			...(lists && { lists }),
			...(channels && { channels }),
		}),
	);
