// In which zone are times shown? The machine's own, UTC or one that was named; what draws asks by the hook in `use-zone.ts`.

/** The document holds the choice: the server looked at it and wrote it there. On the server no time is ever written. */
let shown =
	typeof document === "undefined"
		? ""
		: (document.documentElement.dataset.zone ?? "").split("~", 1)[0];
const listeners = new Set<() => void>();

/** What Intl is asked for; undefined stands for the machine's own zone, as with Intl. */
export const shownZone = (): string | undefined => shown || undefined;

/** Null is the machine's own. */
export function showZone(zone: string | null): void {
	shown = zone ?? "";
	for (const listener of listeners) listener();
}

export function onZone(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
