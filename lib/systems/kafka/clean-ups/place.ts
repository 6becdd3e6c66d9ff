// Of which group is a clean-up, and over which connections is it asked?
import type { Subscription } from "#lib/core/subscription.ts";
import type { Links } from "../connection/links.ts";
import type { Rules } from "../positions/rules.ts";
import type { Scrutiny } from "../positions/scrutiny.ts";
import type { Times } from "../times/times.ts";

export type Place = {
	readonly links: Links;
	readonly subscription: Subscription;
	/** That of the subscription, which always names one. */
	readonly group: string;
	/** `host:port,host:port`, for whoever does it by hand. */
	readonly hosts: string;
	/** What the ticks before have learned. */
	readonly learned: {
		readonly times: Times;
		readonly rules: Rules;
		readonly scrutiny: Pick<Scrutiny, "doubts">;
	};
	/** Until when the next question is answered, on the clock of `performance.now()`. */
	readonly untilMs: () => number;
};
