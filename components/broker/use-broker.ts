"use client";
// What is known of one broker now? Asked again and again like the board; where nothing changed, only ages come.
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAsking, useShownMs } from "#components/ui/live.tsx";
import type { Problem } from "#lib/core/problem.ts";
import { ask, isProblem } from "#lib/wire/ask.ts";
import { type BrokerPageReply, brokerPageReply } from "#lib/wire/broker.ts";
import { agesIn, serverNow } from "#lib/wire/seen.ts";

/** What was answered, and how old it was by the server's clock when it last said so. */
export type Told = {
	readonly reply: BrokerPageReply;
	readonly serverMs: number;
	readonly answeredMs: number;
	/** Null when it was never heard. */
	readonly heardMs: number | null;
};

export type BrokerNow = {
	readonly told: Told | null;
	readonly problem: Problem | null;
};

const firstEveryMs = 2_500;

/** What the server's clock shows now; it stands still while paused. */
export const useServerNow = (told: Told): number =>
	serverNow(told, useShownMs());

export function useBroker(name: string): BrokerNow {
	const kept = useRef<{ told: Told; etag: string | null } | null>(null);
	const failures = useRef(0);
	const everyMs = kept.current?.told.reply.askAgainMs ?? firstEveryMs;
	const query = useQuery<Told>({
		...useAsking(everyMs, failures.current),
		queryKey: ["broker", name],
		structuralSharing: false,
		queryFn: async ({ signal }) => {
			const before =
				kept.current?.told.reply.broker.name === name ? kept.current : null;
			try {
				const answer = await ask({
					path: `/api/brokers/${encodeURIComponent(name)}`,
					schema: brokerPageReply,
					etag: before?.etag ?? null,
					signal,
				});
				failures.current = 0;
				const told =
					answer.value === null
						? renewed(before?.told ?? null, answer.headers)
						: newly(answer.value);
				kept.current = { told, etag: answer.headers.get("etag") };
				return told;
			} catch (error) {
				if (!signal.aborted) failures.current++;
				throw error;
			}
		},
	});
	const problem = isProblem(query.error) ? query.error : null;
	const isUnknown = problem?.code === "not found";
	return { told: isUnknown ? null : (query.data ?? null), problem };
}

function newly(reply: BrokerPageReply): Told {
	const { heard } = reply.broker;
	return {
		reply,
		serverMs: Date.parse(reply.at),
		answeredMs: performance.now(),
		heardMs: heard === null ? null : Date.parse(heard),
	};
}

function renewed(before: Told | null, headers: Headers): Told {
	if (before === null) throw new Error("nothing changed since nothing");
	const ages = agesIn(headers);
	if (ages === null) return before;
	const { serverMs, heardMs } = ages;
	return {
		...{ reply: before.reply, serverMs, answeredMs: performance.now() },
		heardMs: heardMs[0] ?? null,
	};
}
