// What must whatever carries notices out of the house do? The port every outlet implements: one file each.
import type { z } from "zod";
import type { Answer, Notice } from "#lib/core/alert/notice.ts";
import type { Requests } from "./requests.ts";

/** Its settings go from its own schema to its own function, and nobody in between looks into them. */
export type OutletKind<Settings = unknown> = {
	/** As it stands behind `kind:` in the configuration. */
	readonly kind: string;
	/** What stands beside `kind` and `quiet`; its messages say what to write instead. */
	readonly settings: z.ZodType<Settings>;
	open(settings: Settings, parts: OutletParts): Outlet;
};

export type OutletParts = {
	readonly name: string;
	readonly requests: Requests;
	/** Where this console is reached: what links in notices begin with. */
	readonly url: string;
	readonly language: "en" | "ko";
};

export type Outlet = {
	/** Redacted: where it goes, without any key. */
	readonly address: string;
	/** It forgets what is not said again: so often it must be. Null where it remembers. */
	readonly keepAliveMs: number | null;
	/** Never throws for what the other side does. */
	send(notice: Notice, deadlineMs: number): Promise<Answer>;
};

/** For one notice, from the first word to the last. */
export const sendingMs = 10_000;
