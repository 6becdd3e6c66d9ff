"use client";
// May whoever looks at this change rules, mute and acknowledge? As the server says it; it asks again whatever a screen believes.
import { useQuery } from "@tanstack/react-query";
import { askWhole } from "#lib/wire/ask.ts";
import { sessionReply } from "#lib/wire/session.ts";

/** Null until it is known. */
export function useMayTend(): boolean | null {
	const query = useQuery({
		queryKey: ["session"],
		queryFn: ({ signal }) =>
			askWhole({ path: "/api/session", schema: sessionReply, signal }),
		staleTime: Number.POSITIVE_INFINITY,
		retry: false,
		networkMode: "always",
	});
	return query.data ? query.data.role !== "viewer" : null;
}
