// What brings somebody to the entry page, and where may it lead afterwards? Nowhere but to a page of this place.
import { ownPath } from "#lib/core/people/own-path.ts";
import { isPersonName } from "#lib/core/people/people.ts";

export type Arrival =
	| { readonly by: "key"; readonly key: string }
	| {
			readonly by: "invitation";
			readonly invitation: string;
			/** Who was invited, as far as the link says so: for the greeting, and for whatever keeps passwords. */
			readonly person: string | null;
	  }
	| { readonly by: "itself"; readonly why: "over" | "left" | null };

export function arrivalIn(hash: string, search: string): Arrival {
	const behind = new URLSearchParams(hash.replace(/^#/, ""));
	const key = behind.get("key");
	if (key) return { by: "key", key };
	const invitation = behind.get("invitation");
	if (invitation) {
		const person = behind.get("for");
		const isName = person !== null && isPersonName(person);
		return {
			by: "invitation",
			invitation,
			person: isName ? person : null,
		};
	}
	const asked = new URLSearchParams(search);
	const why = asked.has("over") ? "over" : asked.has("left") ? "left" : null;
	return { by: "itself", why };
}

export const placeAfter = (search: string, origin: string): string =>
	ownPath(new URLSearchParams(search).get("next"), origin);
