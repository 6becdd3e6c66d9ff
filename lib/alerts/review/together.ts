// What becomes of a review the store could not take? It is owed, and written together with the next one: nothing is told twice for it.
import type { ReviewWrite } from "#lib/store/alert-port.ts";

type Write = (review: ReviewWrite) => Promise<void>;

export type Owing = {
	/** Null where nothing changed since: what is owed is written all the same. */
	write(review: ReviewWrite | null): Promise<void>;
};

export function owingTo(write: Write): Owing {
	let owed: ReviewWrite | null = null;
	return {
		async write(review) {
			owed = owed && review ? together(owed, review) : (review ?? owed);
			if (owed === null) return;
			await write(owed);
			owed = null;
		},
	};
}

/** Of what is named twice the later stands; what was never written and went needs no word. */
function together(before: ReviewWrite, after: ReviewWrite): ReviewWrite {
	const gone = new Set([...before.gone, ...after.gone]);
	const alerts = new Map(
		[...before.alerts, ...after.alerts].map((it) => [it.id, it]),
	);
	for (const id of gone) alerts.delete(id);
	const waves = [...before.waves, ...after.waves];
	return {
		...{ atMs: after.atMs, alerts: [...alerts.values()], gone: [...gone] },
		waves: [...new Map(waves.map((it) => [it.id, it])).values()],
		notices: [...before.notices, ...after.notices],
		held: after.held,
		mutesEnded: [...before.mutesEnded, ...after.mutesEnded],
	};
}
