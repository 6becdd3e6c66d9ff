"use client";
// What does somebody want to mute? It stands in the address of whatever page is behind: Back closes the dialog.

const muteParam = "mute";

/** Opened from a page that is still behind it in the history. */
let isOpenedHere = false;

export function openMuting(among: readonly string[]): void {
	isOpenedHere = true;
	history.pushState(null, "", addressWith(among));
}

export function closeMuting(): void {
	if (!new URLSearchParams(location.search).has(muteParam)) return;
	if (isOpenedHere) history.back();
	else history.replaceState(null, "", addressWith([]));
	isOpenedHere = false;
}

function addressWith(among: readonly string[]): string {
	const params = new URLSearchParams(location.search);
	params.delete(muteParam);
	for (const filter of among) params.append(muteParam, filter);
	const query = params.toString();
	return location.pathname + (query === "" ? "" : `?${query}`);
}
