// How does a screen go out? The server ends the session, then the browser leaves whatever it shows.
import { z } from "zod";
import { ask } from "./ask.ts";

const nothing = z.object({}).nullable();

/** Whatever came of it: a session that nobody could end is still left, and the way in says so. */
export const goOut = (): Promise<void> =>
	leaveAfter(ask({ path: "/api/session", method: "DELETE", schema: nothing }));

/** All sessions of this person, this one among them: so the answer is not waited for, and this one is ended by hand. */
export const goOutEverywhere = (person: string): Promise<void> =>
	leaveAfter(
		ask({
			...{ path: "/api/errands", method: "POST" },
			...{ body: { verb: "end sessions", person }, schema: nothing },
		}),
	);

async function leaveAfter(asked: Promise<unknown>): Promise<void> {
	// Whoever goes by themselves is not told that their session is over, as `app/providers.tsx` tells others.
	document.documentElement.dataset.leaving = "";
	await asked.catch(() => undefined);
	location.assign("/enter?left");
}
