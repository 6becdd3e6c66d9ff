"use client";
// What may whoever looks at this change from here? As the server says it.
import { useQuery } from "@tanstack/react-query";
import type { SessionReply } from "#lib/wire/session.ts";
import { sessionAsked } from "#lib/wire/session-asked.ts";

/** Null until it is known. */
export const useSession = (): SessionReply | null =>
	useQuery(sessionAsked).data ?? null;

export const useLeave = (): SessionReply["leave"] | null =>
	useSession()?.leave ?? null;
