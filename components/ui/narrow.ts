"use client";
// Is the window as narrow as a phone's?
import { useSyncExternalStore } from "react";

const narrow = "(max-width: 899px)";

function subscribe(listener: () => void): () => void {
	const query = matchMedia(narrow);
	query.addEventListener("change", listener);
	return () => query.removeEventListener("change", listener);
}

export const useNarrow = (): boolean =>
	useSyncExternalStore(
		subscribe,
		() => matchMedia(narrow).matches,
		() => false,
	);
