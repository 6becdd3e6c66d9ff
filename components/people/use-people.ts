"use client";
// Who may come in, who is signed in, and which programs have a token? Asked again now and then, since others change it too.
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { useAsking } from "#components/ui/live.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { askWhole, failureOf } from "#lib/wire/ask.ts";
import {
	type PeopleReply,
	peopleReply,
	type SessionsReply,
	sessionsReply,
	type TokensReply,
	tokensReply,
} from "#lib/wire/people.ts";
import type { SessionReply } from "#lib/wire/session.ts";
import { sessionAsked } from "#lib/wire/session-asked.ts";

const everyMs = 5_000;

export const accessKey = "access";

export type Asked<T> = {
	readonly reply: T | null;
	readonly problem: ProblemDetail | null;
	again(): void;
};

export const usePeople = (may: boolean): Asked<PeopleReply> =>
	useAsked("/api/people", peopleReply, may);
export const useSessions = (): Asked<SessionsReply> =>
	useAsked("/api/sessions", sessionsReply, true);
export const useTokens = (): Asked<TokensReply> =>
	useAsked("/api/tokens", tokensReply, true);

/** Null until it is known. */
export const useMe = (): SessionReply | null =>
	useQuery(sessionAsked).data ?? null;

function useAsked<S extends z.ZodType>(
	path: string,
	schema: S,
	enabled: boolean,
): Asked<z.output<S>> {
	const query = useQuery({
		...useAsking(everyMs, 0),
		queryKey: [accessKey, path],
		queryFn: ({ signal }) => askWhole({ path, schema, signal }),
		enabled,
	});
	return {
		reply: query.data ?? null,
		problem: failureOf(query.error),
		again: () => void query.refetch(),
	};
}
