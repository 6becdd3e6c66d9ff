"use client";
// Which clean-up lies over the page? It stands in the address: Back closes it, and a link or a reload shows it again.
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback } from "react";

export const errandParam = "errand";

/** Opened from a page that is still behind it in the history. */
const openedHere = new Set<string>();

const addressWith = (id: string | null): string => {
	const params = new URLSearchParams(location.search);
	if (id === null) params.delete(errandParam);
	else params.set(errandParam, id);
	const query = params.toString();
	return location.pathname + (query === "" ? "" : `?${query}`);
};

/** Null while none does. */
export const useErrandHere = (): string | null =>
	useSearchParams().get(errandParam);

export function openErrand(id: string): void {
	openedHere.add(id);
	history.pushState(null, "", addressWith(id));
}

/** The next one takes its place: Back still leads to the page. */
export function replaceErrand(before: string, id: string): void {
	if (openedHere.has(before)) openedHere.add(id);
	history.replaceState(null, "", addressWith(id));
}

export function closeErrand(id: string): void {
	if (openedHere.delete(id)) history.back();
	else history.replaceState(null, "", addressWith(null));
}

/** To a page of its own, with nothing over it. */
export function useLeave(): (path: string) => void {
	const router = useRouter();
	return useCallback((path) => router.push(path), [router]);
}
