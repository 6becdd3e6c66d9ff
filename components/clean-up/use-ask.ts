"use client";
// How does a button have a plan drawn? It is asked for, and the dialog opens over the page while it is drawn.
import { useMutation } from "@tanstack/react-query";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { failureOf } from "#lib/wire/ask.ts";
import { openErrand } from "./address.ts";
import { askCleanUp } from "./ask.ts";
import type { PlanWish } from "./wish.ts";

export type Asking = {
	readonly isAsking: boolean;
	readonly failure: ProblemDetail | null;
	ask(targets: Targets, wish: PlanWish): void;
};

export function useAsk(): Asking {
	const { mutate, isPending, error } = useMutation({
		mutationFn: (it: { readonly targets: Targets; readonly wish: PlanWish }) =>
			askCleanUp(it.targets, it.wish),
		networkMode: "always",
		onSuccess: ({ id }) => openErrand(id),
	});
	return {
		isAsking: isPending,
		failure: failureOf(error),
		ask: (targets, wish) => {
			if (!isPending) mutate({ targets, wish });
		},
	};
}
