// How is a clean-up asked for, and how is its plan answered? Each answer is the errand as it then stands.
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import { askWhole } from "#lib/wire/ask.ts";
import { type CleanUpReply, cleanUpReply } from "#lib/wire/clean-up.ts";
import type { PlanWish } from "./wish.ts";

export const askCleanUp = (
	targets: Targets,
	cleanUp: PlanWish,
): Promise<CleanUpReply> =>
	askWhole({
		...{ path: "/api/errands", method: "POST", schema: cleanUpReply },
		body: { verb: "clean up", targets, cleanUp },
	});

export type Step = "approve" | "cancel" | "stop" | "undo";

export const takeStep = (
	id: string,
	step: Step,
	body: unknown = {},
): Promise<CleanUpReply> =>
	askWhole({
		path: `/api/errands/${encodeURIComponent(id)}/${step}`,
		...{ method: "POST", schema: cleanUpReply, body },
	});
