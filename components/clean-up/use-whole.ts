"use client";
// Is it done to a group with all its channels? As the systems say, whatever page the dialog lies over.
import { useQuery } from "@tanstack/react-query";
import { askWhole } from "#lib/wire/ask.ts";
import { boardReply } from "#lib/wire/board.ts";
import type { PlanWish } from "./wish.ts";

export function useWhole(
	action: PlanWish["action"] | null,
): (kind: string) => boolean {
	const query = useQuery({
		queryKey: ["systems"],
		queryFn: ({ signal }) =>
			askWhole({ path: "/api/board?limit=1", schema: boardReply, signal }),
		// Only what may end a group has to know.
		enabled: action === "destroy",
		...{ staleTime: Number.POSITIVE_INFINITY, retry: false },
		networkMode: "always",
	});
	const systems = query.data?.systems ?? [];
	return (kind) =>
		systems.some(({ kinds }) =>
			kinds[kind]?.wholeGroup?.some((whole) => whole === action),
		);
}
