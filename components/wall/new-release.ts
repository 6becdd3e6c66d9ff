"use client";
// Is this page of an older release? Then it is loaded anew, once for each release: two servers that differ must not make it turn for ever.
import { useEffect } from "react";
import { newerThan } from "#lib/wire/release.ts";

const kept = "tidemark-loaded-for";

/** Looked at whenever the page is drawn, which a wall is with every second. */
export function useNewRelease(): void {
	useEffect(() => {
		const newer = newerThan(document.documentElement.dataset.build);
		if (newer === null || sessionStorage.getItem(kept) === newer) return;
		sessionStorage.setItem(kept, newer);
		location.reload();
	});
}
