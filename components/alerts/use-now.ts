"use client";
// What time is it at the server? Whoever mutes for an hour means an hour there, whatever their own clock shows.
import { useQuery } from "@tanstack/react-query";
import { useTicking } from "#components/ui/ticking.ts";
import { ask } from "#lib/wire/ask.ts";
import { serverNow } from "#lib/wire/seen.ts";
import { sessionReply } from "#lib/wire/session.ts";

/** By the machine's own clock until the server has said. */
export function useNow(): number {
	const ticking = useTicking();
	const query = useQuery({
		queryKey: ["now"],
		queryFn: async ({ signal }) => {
			const { headers } = await ask({
				...{ path: "/api/session", schema: sessionReply, signal },
			});
			const serverMs = Date.parse(headers.get("date") ?? "");
			return {
				serverMs: Number.isNaN(serverMs) ? Date.now() : serverMs,
				answeredMs: performance.now(),
			};
		},
		networkMode: "always",
		retry: false,
	});
	return query.data ? serverNow(query.data, ticking) : Date.now();
}
