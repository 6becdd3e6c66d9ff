// What does an entry link carry, and where may it lead afterwards? Nowhere but to a page of this place.
import { ownPath } from "#lib/core/own-path.ts";

export function keyIn(hash: string): string | null {
	const key = new URLSearchParams(hash.replace(/^#/, "")).get("key");
	return key === null || key === "" ? null : key;
}

export const placeAfter = (search: string, origin: string): string =>
	ownPath(new URLSearchParams(search).get("next"), origin);
