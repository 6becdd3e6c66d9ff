// Where do notices go? An outlet as everybody may see it: without its keys, and with how it fares.
import type { Answer } from "./notice.ts";

export type OutletFact = {
	readonly name: string;
	/** What it speaks: webhook, slack, email. */
	readonly kind: string;
	/** Redacted: where it goes, without any key. */
	readonly address: string;
	/** When nothing but what is critical is told, as it was written: "22:00-07:00 Europe/Berlin"; null where there is none. */
	readonly quiet: string | null;
};

/** From one minute of the day to another, in a zone; over midnight where the first is later. */
export type QuietHours = {
	readonly fromMinute: number;
	readonly toMinute: number;
	readonly zone: string;
};

/** What the review has to know of one. */
export type TellingOutlet = {
	readonly name: string;
	readonly quiet: QuietHours | null;
	/** It forgets what is not said again: so often it is, whatever a rule says. Null where it remembers. */
	readonly keepAliveMs: number | null;
};

/** How it fares; null times where that never was. */
export type OutletFares = {
	readonly name: string;
	readonly deliveredMs: number | null;
	/** Since when it has taken nothing it was sent; null while it takes what it is sent. */
	readonly failingSinceMs: number | null;
	readonly answer: Answer | null;
	readonly owed: number;
	readonly givenUp: number;
};
