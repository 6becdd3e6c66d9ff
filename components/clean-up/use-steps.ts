"use client";
// What can be done with a clean-up that is shown? Each step once; what came of it is shown at once, or why it was refused.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { failureOf } from "#lib/wire/ask.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { closeErrand, replaceErrand } from "./address.ts";
import { askCleanUp, takeStep } from "./ask.ts";
import { errandKey } from "./use-errand.ts";
import { type PlanWish, targetsAgain } from "./wish.ts";

export type Steps = {
	readonly isBusy: boolean;
	readonly failure: ProblemDetail | null;
	approve(yes: { readonly typed: string; readonly why: string }): void;
	cancel(): void;
	stop(): void;
	undo(): void;
	/** Draws another plan in place of this one. */
	draw(wish: PlanWish): void;
	close(): void;
};

export function useSteps(errand: CleanUpReply | null, id: string): Steps {
	const client = useQueryClient();
	const { mutate, isPending, error, data } = useMutation({
		mutationFn: async (step: () => Promise<CleanUpReply>) => ({
			...{ from: id, reply: await step() },
		}),
		networkMode: "always",
		onSuccess: async ({ reply }) => {
			if (reply.id !== id) replaceErrand(id, reply.id);
			await client.invalidateQueries({ queryKey: errandKey(reply.id) });
		},
		onError: () => client.invalidateQueries({ queryKey: errandKey(id) }),
	});
	// The address names the next one already, and a slow page still shows the one before: a yes would be to that one.
	const isLeaving = data?.from === id && data.reply.id !== id;
	const isBusy = isPending || isLeaving;
	const step = (take: (errand: CleanUpReply) => Promise<CleanUpReply>) => {
		if (errand !== null && !isBusy) mutate(() => take(errand));
	};
	return {
		isBusy,
		failure: failureOf(error),
		approve: ({ typed, why }) =>
			step(({ id, undertaking }) =>
				takeStep(id, "approve", {
					hash: undertaking?.hash ?? "",
					...(typed === "" ? {} : { typed }),
					...(why === "" ? {} : { why }),
				}),
			),
		cancel: () => {
			if (errand?.state === "planned") drop(errand.id);
			closeErrand(id);
		},
		stop: () => step(({ id }) => takeStep(id, "stop")),
		undo: () => step(({ id }) => takeStep(id, "undo")),
		draw: (wish) =>
			step(async (before) => {
				const next = await askCleanUp(targetsAgain(before), wish);
				if (before.state === "planned") drop(before.id);
				return next;
			}),
		close: () => closeErrand(id),
	};
}

/** Nobody waits for that: a plan nobody says yes to ends by itself as well. */
const drop = (id: string): void =>
	void takeStep(id, "cancel").catch(() => undefined);
