// How does a screen learn who looks at it, and what they may? Asked once; the server asks again whatever a screen believes.
import { askWhole } from "./ask.ts";
import { type SessionReply, sessionReply } from "./session.ts";

type Asking = { readonly signal: AbortSignal };

/** A question as it is put to whatever keeps the answers of a screen, so that all parts of it share one. */
export const sessionAsked = {
	queryKey: ["session"],
	queryFn: ({ signal }: Asking): Promise<SessionReply> =>
		askWhole({ path: "/api/session", schema: sessionReply, signal }),
	staleTime: Number.POSITIVE_INFINITY,
	retry: false,
	networkMode: "always",
} as const;
