"use client";
// What lies beside a subscription now? Asked as the board is, only less often.
import { useQuery } from "@tanstack/react-query";
import { useAsking } from "#components/ui/live.tsx";
import { askWhole } from "#lib/wire/ask.ts";
import { type BoardReply, boardReply, type RowReply } from "#lib/wire/board.ts";
import { type Near, nearPath } from "./near.ts";

const everyMs = 15_000;

export function useNear(row: RowReply, near: Near): BoardReply | null {
	const path = nearPath(row, near);
	const query = useQuery({
		...useAsking(everyMs, 0),
		queryKey: ["near", path],
		queryFn: ({ signal }) => askWhole({ path, schema: boardReply, signal }),
	});
	return query.data ?? null;
}
