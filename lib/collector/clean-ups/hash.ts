// Which plans were shown, and of what? One hash over all of them: whoever approves names it.
import { createHash } from "node:crypto";
import { canonical } from "#lib/core/canonical.ts";
import type { Target } from "#lib/core/clean-up/undertaking.ts";

export type Shown = Pick<Target, "id" | "subscription" | "plan" | "failure">;

export function hashOf(targets: readonly Shown[]): string {
	const shown = targets.map(({ id, subscription, plan, failure }) => ({
		...{ id, subscription, plan, failure },
	}));
	return createHash("sha256").update(canonical(shown)).digest("base64url");
}
