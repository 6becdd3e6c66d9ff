"use client";
// How large is the window? Told again when it changes.
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
	addEventListener("resize", listener);
	return () => removeEventListener("resize", listener);
}

export function useWindow(): {
	readonly width: number;
	readonly height: number;
} {
	const width = useSyncExternalStore(
		subscribe,
		() => innerWidth,
		() => 1_920,
	);
	const height = useSyncExternalStore(
		subscribe,
		() => innerHeight,
		() => 1_080,
	);
	return { width, height };
}
