"use client";
// Which clean-up lies over the page? It stands in the address: Back closes it, and a link or a reload shows it again.
import { useSearchParams } from "next/navigation";

const errandParam = "errand";

/** Opened from a page that is still behind it in the history. */
const openedHere = new Set<string>();

function addressWith(key: string, value: string | null): string {
	const params = new URLSearchParams(location.search);
	if (value === null) params.delete(key);
	else params.set(key, value);
	const query = params.toString();
	return location.pathname + (query === "" ? "" : `?${query}`);
}

export function openErrand(id: string): void {
	openedHere.add(id);
	history.pushState(null, "", addressWith(errandParam, id));
}

/** The next one takes its place: Back still leads to the page. */
export function replaceErrand(before: string, id: string): void {
	if (openedHere.has(before)) openedHere.add(id);
	history.replaceState(null, "", addressWith(errandParam, id));
}

export function closeErrand(id: string): void {
	if (openedHere.delete(id)) history.back();
	else history.replaceState(null, "", addressWith(errandParam, null));
}

/** What a link wants to have a plan of: it is asked for once, and a reload does not ask again. */
export const useWanted = (): string | null => useSearchParams().get("do");

export const forgetWanted = (): void =>
	history.replaceState(null, "", addressWith("do", null));
