"use client";
// What of the alerts stands in the address? How far back, and which rule.
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { backTestDays } from "#lib/core/alert/asked/errand.ts";

const parsers = {
	days: parseAsInteger.withDefault(7),
	/** Null for the first; empty for a new one. */
	rule: parseAsString,
};

export function useAlertsAddress() {
	const [address, set] = useQueryStates(parsers, { history: "replace" });
	const days = backTestDays.find((it) => it === address.days) ?? 7;
	return { days, rule: address.rule, set };
}
