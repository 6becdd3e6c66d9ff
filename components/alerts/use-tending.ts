"use client";
// How is something about alerts changed? An errand the collector answers; what it changed is asked for anew at once.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { failureOf } from "#lib/wire/ask.ts";
import type { AlertAnswerReply } from "#lib/wire/back-test.ts";
import { errandEnded } from "#lib/wire/errand-ended.ts";
import type { errandRequest } from "#lib/wire/errand-request.ts";

export type AlertRequest = Exclude<
	z.input<typeof errandRequest>,
	{ verb: "look" | "try" | "clean up" }
>;

export type Tending = {
	readonly isBusy: boolean;
	readonly failure: ProblemDetail | null;
	/** What came back; null until something did. */
	readonly answer: AlertAnswerReply | null;
	tend(request: AlertRequest | readonly AlertRequest[]): void;
	forget(): void;
};

export function useTending(onDone: () => void = () => {}): Tending {
	const client = useQueryClient();
	const { mutate, isPending, error, data, reset } = useMutation({
		mutationFn: async (requests: readonly AlertRequest[]) => {
			const { signal } = new AbortController();
			let answer: AlertAnswerReply | null = null;
			for (const request of requests)
				answer = (await errandEnded(request, signal)).alerts;
			return answer;
		},
		networkMode: "always",
		onSuccess: async () => {
			onDone();
			for (const key of ["alerts", "rules", "past alerts", "board"])
				await client.invalidateQueries({ queryKey: [key] });
		},
	});
	return {
		isBusy: isPending,
		failure: failureOf(error),
		answer: data ?? null,
		tend: (request) => {
			if (!isPending) mutate("verb" in request ? [request] : request);
		},
		forget: reset,
	};
}
