// In which zone are times shown? The machine's own, UTC or one that was named; what draws asks by the hook in `use-zone.ts`.

export const zoneCookie = "tidemark-zone";

export type ZoneChoice = {
	/** Null is the zone of the reader's own machine. */
	readonly zone: string | null;
	/** The one that was named last, so that one key leads back to it. */
	readonly named: string | null;
};

const local: ZoneChoice = { zone: null, named: null };

function known(zone: string): string | null {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions()
			.timeZone;
	} catch {
		return null;
	}
}

/** "UTC~Asia/Seoul": what is shown, and what was named. Neither is believed before Intl knows it. */
export function zoneChoiceOf(text: string | undefined): ZoneChoice {
	const [shown = "", named = ""] = (text ?? "").slice(0, 200).split("~");
	return {
		zone: shown === "" ? null : known(shown),
		named: named === "" ? null : known(named),
	};
}

export const printZoneChoice = ({ zone, named }: ZoneChoice): string =>
	`${zone ?? ""}~${named ?? ""}`;

/** Local, UTC, the named one, and around again. */
export function nextZone({ zone, named }: ZoneChoice): ZoneChoice {
	if (zone === null) return { zone: "UTC", named };
	return { zone: zone === "UTC" && named !== "UTC" ? named : null, named };
}

export const withNamed = (zone: string): ZoneChoice => ({ zone, named: zone });

/** The document holds the choice: the server wrote it there. On the server no time is ever written. */
let chosen: ZoneChoice =
	typeof document === "undefined"
		? local
		: zoneChoiceOf(document.documentElement.dataset.zone);
const listeners = new Set<() => void>();

/** What Intl is asked for; undefined stands for the machine's own zone, as with Intl. */
export const shownZone = (): string | undefined => chosen.zone ?? undefined;

export const zoneChoice = (): ZoneChoice => chosen;

export function showZone(next: ZoneChoice): void {
	chosen = next;
	for (const listener of listeners) listener();
}

export function onZone(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
