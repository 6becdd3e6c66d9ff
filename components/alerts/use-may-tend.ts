"use client";
// May whoever looks at this change rules, mute and acknowledge? As the server says it.
import { useQuery } from "@tanstack/react-query";
import { sessionAsked } from "#lib/wire/session-asked.ts";

/** Null until it is known. */
export const useMayTend = (): boolean | null =>
	useQuery(sessionAsked).data?.tendsAlerts ?? null;
