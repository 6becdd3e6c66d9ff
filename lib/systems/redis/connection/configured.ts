// What may be configured beside an address: whom to trust, who we are, which protocol to speak, and what is known of members?
import { z } from "zod";
import { type ReadFile, section } from "../../setting.ts";
import { type Tls, tlsSetting } from "../../tls-setting.ts";
import {
	type MembersConfigured,
	membersSetting,
	nothingOfMembers,
} from "../members/configured.ts";

export type Configured = {
	/** Null where only the address's scheme says whether to encrypt. */
	readonly tls: Tls | null;
	/** 3 falls back to 2 where the server says that it knows no other; some proxies hang up instead. */
	readonly protocol: 2 | 3;
	readonly members: MembersConfigured;
};

export const nothingConfigured: Configured = {
	tls: null,
	protocol: 3,
	members: nothingOfMembers,
};

export const configured = (read: ReadFile): z.ZodType<Configured> =>
	section({
		tls: tlsSetting(read).optional(),
		protocol: z.enum(["2", "3"], "write 2 or 3").optional(),
		members: membersSetting.optional(),
	}).transform(
		({ tls, protocol, members }): Configured => ({
			...nothingConfigured,
			...(tls && { tls }),
			...(protocol && { protocol: protocol === "2" ? 2 : 3 }),
			...(members && { members }),
		}),
	);
