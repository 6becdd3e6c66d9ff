// What of an alert or an errand is told to somebody who may not see everything? What is said of it, and nothing that names others.
import type { ShownAlert } from "#lib/core/alert/shown.ts";
import type { Errand } from "#lib/core/errand.ts";

/** Whom it was told to and when is about the alert; what their side said is about them. */
export const alertFor = (it: ShownAlert): ShownAlert => ({
	...it,
	told: it.told.map((told) => ({ ...told, answer: null })),
});

/** A filter is in the words of whoever asked, and how many more fitted it counts what is not there. */
export function errandFor(errand: Errand, session: string): Errand {
	const { wish, undertaking } = errand;
	if (errand.session === session || wish.verb !== "clean up") return errand;
	const subscriptions = (undertaking?.targets ?? []).map(({ id }) => id);
	return {
		...errand,
		wish: { ...wish, targets: { subscriptions } },
		undertaking: undertaking && { ...undertaking, leftOut: 0 },
	};
}
