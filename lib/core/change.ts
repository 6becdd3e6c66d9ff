// What is kept of a change that is none at a broker, for whoever looks back? What it was about, and each part that is another since.
import type { AlertTarget } from "./alert/alert.ts";

export type Change = {
	/** What has a name: a rule, a person, a token. */
	readonly name: string | null;
	/** A filter as it is typed on the board; empty for everything, null where it is about none. */
	readonly among: string | null;
	readonly target: AlertTarget | null;
	readonly parts: readonly ChangedPart[];
};

export const ruleParts = [
	...(["name", "when", "for", "among", "calm"] as const),
	...(["gravity", "tell", "again", "text", "on"] as const),
] as const;

export const changedParts = [...ruleParts, "roles", "days"] as const;

/** Written as in the configuration file; null where there was nothing, or is nothing any more. */
export type ChangedPart = {
	readonly part: (typeof changedParts)[number];
	readonly before: string | null;
	readonly after: string | null;
};
