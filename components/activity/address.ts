"use client";
// Which of what was done does somebody want to see? It stands in the address, so that a link shows the same.
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { changeVerbs, errandStates } from "#lib/core/errand.ts";

export const spans = ["all", "day", "week", "month"] as const;
export type Span = (typeof spans)[number];

/** What a clean-up can be in, the other state being of looks; all that were begun, and all that were planned. */
const cleanUpStates = errandStates.filter((state) => state !== "answered");
export const stateChoices = ["begun", "all", ...cleanUpStates] as const;

export const deeds = [...actions, ...changeVerbs] as const;

const hoursOf: Readonly<Record<Exclude<Span, "all">, number>> = {
	...{ day: 24, week: 7 * 24, month: 30 * 24 },
};

const parsers = {
	by: parseAsString.withDefault(""),
	broker: parseAsString.withDefault(""),
	/** Plans to which nobody said yes did nothing, and are shown only when asked for. */
	state: parseAsStringLiteral(stateChoices).withDefault("begun"),
	action: parseAsStringLiteral(deeds),
	since: parseAsStringLiteral(spans).withDefault("all"),
	/** The one that is told in full. */
	open: parseAsString,
};

export function useActivityAddress() {
	const [address, set] = useQueryStates(parsers, { history: "replace" });
	return { address, set };
}

export type ActivityAddress = ReturnType<typeof useActivityAddress>["address"];
export type Wanted = Omit<ActivityAddress, "open">;

export const isFiltered = ({ by, broker, state, action, since }: Wanted) =>
	by !== "" ||
	broker !== "" ||
	since !== "all" ||
	state !== "begun" ||
	action !== null;

/** The question to the API; hours are counted back from that moment. */
export function pathOf(
	wanted: Wanted,
	nowMs: number,
	more: Readonly<Record<string, string>> = {},
): string {
	const { by, broker, state, action, since } = wanted;
	const params = new URLSearchParams({
		...(by.trim() && { by: by.trim() }),
		...(broker.trim() && { broker: broker.trim() }),
		...(state !== "all" && { state }),
		...(action && { action }),
		...(since !== "all" && {
			from: new Date(nowMs - hoursOf[since] * 3_600_000).toISOString(),
		}),
		...more,
	});
	const query = params.toString();
	return `/api/errands${query === "" ? "" : `?${query}`}`;
}
