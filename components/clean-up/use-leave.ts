"use client";
// What may whoever looks at this change from here? As the server says it; it asks again whatever a screen believes.
import { useQuery } from "@tanstack/react-query";
import { askWhole } from "#lib/wire/ask.ts";
import { type SessionReply, sessionReply } from "#lib/wire/session.ts";

/** Null until it is known. */
export function useSession(): SessionReply | null {
	const query = useQuery({
		queryKey: ["session"],
		queryFn: ({ signal }) =>
			askWhole({ path: "/api/session", schema: sessionReply, signal }),
		staleTime: Number.POSITIVE_INFINITY,
		retry: false,
		networkMode: "always",
	});
	return query.data ?? null;
}

export const useLeave = (): SessionReply["leave"] | null =>
	useSession()?.leave ?? null;
