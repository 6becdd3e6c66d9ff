// What may be configured beside an address: whom to trust, which queues to watch, and how long their work may stand still?
import type { z } from "zod";
import { noPatience, patienceSetting } from "../../patience-setting.ts";
import {
	everything,
	type Picks,
	picks,
	type ReadFile,
	section,
} from "../../setting.ts";
import { type Tls, tlsSetting } from "../../tls-setting.ts";

export type Configured = {
	/** Null where only the address's scheme says whether to encrypt. */
	readonly tls: Tls | null;
	/** By the names of channels, as the board shows them. */
	readonly queues: Picks;
	/** Null where a queue's own pauses decide. */
	patienceMs(channel: string): number | null;
};

export const nothingConfigured: Configured = {
	tls: null,
	queues: everything,
	patienceMs: noPatience.of,
};

export const configured = (read: ReadFile): z.ZodType<Configured> =>
	section({
		tls: tlsSetting(read).optional(),
		queues: picks.optional(),
		patience: patienceSetting("queues").optional(),
	}).transform(
		({ tls, queues, patience }): Configured => ({
			...nothingConfigured,
			...(tls && { tls }),
			...(queues && { queues }),
			...(patience && { patienceMs: patience.of }),
		}),
	);
