"use client";
// How is something taken back that is not shown in full? Its plan is drawn, and the dialog opens over the page.
import { useMutation } from "@tanstack/react-query";
import { failureOf } from "#lib/wire/ask.ts";
import { openErrand } from "./address.ts";
import { takeStep } from "./ask.ts";

export function useUndo() {
	const { mutate, isPending, error } = useMutation({
		mutationFn: (id: string) => takeStep(id, "undo"),
		networkMode: "always",
		onSuccess: ({ id }) => openErrand(id),
	});
	return {
		isAsking: isPending,
		failure: failureOf(error),
		undo: (id: string) => {
			if (!isPending) mutate(id);
		},
	};
}
