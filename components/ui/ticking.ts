"use client";
// What does the browser's monotonic clock show, second by second? One timer for everybody; none while the tab is hidden.
import { useSyncExternalStore } from "react";

const tickMs = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let nowMs = 0;

const tell = () => {
	nowMs = performance.now();
	for (const listener of listeners) listener();
};

function settle() {
	const wanted = listeners.size > 0 && document.visibilityState === "visible";
	if (wanted && timer === null) {
		tell();
		timer = setInterval(tell, tickMs);
	}
	if (!wanted && timer !== null) {
		clearInterval(timer);
		timer = null;
	}
}

function subscribe(listener: () => void): () => void {
	if (listeners.size === 0) {
		nowMs = performance.now();
		document.addEventListener("visibilitychange", settle);
	}
	listeners.add(listener);
	settle();
	return () => {
		listeners.delete(listener);
		settle();
		if (listeners.size === 0)
			document.removeEventListener("visibilitychange", settle);
	};
}

/** Zero on the server, where there is nobody to see time pass. */
export const useTicking = (): number =>
	useSyncExternalStore(
		subscribe,
		() => nowMs,
		() => 0,
	);

/** Draws again only when what is made of the time changes; it has to be a word or a number. */
export const useTicked = <T extends string | number | boolean | null>(
	of: (monotonicMs: number) => T,
): T =>
	useSyncExternalStore(
		subscribe,
		() => of(nowMs),
		() => of(0),
	);

function subscribeOnline(listener: () => void): () => void {
	addEventListener("online", listener);
	addEventListener("offline", listener);
	return () => {
		removeEventListener("online", listener);
		removeEventListener("offline", listener);
	};
}

export const useOnline = (): boolean =>
	useSyncExternalStore(
		subscribeOnline,
		() => navigator.onLine,
		() => true,
	);
