"use client";
// How is something of who may come in changed? An errand the collector answers; then all of it is asked for anew.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { askWhole, failureOf } from "#lib/wire/ask.ts";
import {
	errandEnded,
	errandKnown,
	type PeopleRequest,
} from "#lib/wire/errand-ended.ts";
import { shownOnceReply } from "#lib/wire/people.ts";
import { sessionAsked } from "#lib/wire/session-asked.ts";
import { accessKey } from "./use-people.ts";

/** Another route makes a secret that no errand may hold: its answer is what is shown once. */
export type Change =
	| PeopleRequest
	| {
			readonly post: "/api/invitations" | "/api/links" | "/api/tokens";
			readonly body: Readonly<Record<string, unknown>>;
	  }
	| {
			readonly password: string;
			readonly current: string;
			readonly person: string;
	  };

export type Changing = {
	readonly isBusy: boolean;
	readonly failure: ProblemDetail | null;
	change(...changes: readonly Change[]): void;
};

/** `onDone` is handed what is shown only once, null where nothing is. */
export function useChange(
	onDone: (secret: string | null) => void = () => {},
): Changing {
	const client = useQueryClient();
	const { mutate, isPending, error } = useMutation({
		mutationFn: async (changes: readonly Change[]) => {
			let secret: string | null = null;
			for (const change of changes) secret = await changed(change);
			return secret;
		},
		networkMode: "always",
		onSuccess: onDone,
		onSettled: async () => {
			for (const queryKey of [[accessKey], sessionAsked.queryKey])
				await client.invalidateQueries({ queryKey });
		},
	});
	return {
		isBusy: isPending,
		failure: failureOf(error),
		change: (...changes) => {
			if (!isPending) mutate(changes);
		},
	};
}

async function changed(change: Change): Promise<string | null> {
	const { signal } = new AbortController();
	if ("post" in change) {
		const { errand, secret } = await askWhole({
			...{ path: change.post, method: "POST", body: change.body },
			...{ schema: shownOnceReply, signal },
		});
		await errandKnown(errand, signal);
		return secret;
	}
	if ("password" in change) {
		const { person, ...body } = change;
		const { id } = await askWhole({
			path: `/api/people/${encodeURIComponent(person)}/password`,
			...{ method: "POST", body, signal },
			schema: z.object({ id: z.string() }),
		});
		await errandKnown(id, signal);
		return null;
	}
	await errandEnded(change, signal);
	return null;
}
