// Whom does the provider name? The subject says who it is; the name is what they are called, and groups count by their exact names.
import type { Provider } from "#lib/core/people/access.ts";
import { isPersonName } from "#lib/core/people/people.ts";
import { Problem } from "#lib/core/problem.ts";

export type Claims = Readonly<Record<string, unknown>>;

export type Claimed = {
	readonly subject: string;
	readonly name: string;
	readonly groups: readonly string[];
};

type Wanted = Pick<Provider, "nameClaim" | "groupsClaim">;

const groupsMax = 500;
const groupLengthMax = 256;

/** Something more has to be asked of the provider: not all it knows stands in what it signed. */
export const lacks = (claims: Claims, { nameClaim, groupsClaim }: Wanted) =>
	!Object.hasOwn(claims, nameClaim) || !Object.hasOwn(claims, groupsClaim);

export function claimedBy(
	claims: Claims,
	{ nameClaim, groupsClaim }: Wanted,
): Claimed {
	const { sub } = claims;
	const name = believed(claims, nameClaim);
	if (typeof sub !== "string" || sub === "" || sub.length > 255)
		throw new Problem("unauthenticated", "provider not believed");
	const written = typeof name === "string" ? name.normalize("NFC") : "";
	if (!isPersonName(written))
		throw new Problem("forbidden", "provider names nobody", {
			claim: nameClaim,
		});
	const groups = groupsIn(believed(claims, groupsClaim));
	return { subject: sub, name: written, groups };
}

/** More than so many are no list of anybody's groups; one alone may come without its list. */
export function groupsIn(value: unknown): readonly string[] {
	const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
	const named = listed.filter(
		(group): group is string =>
			typeof group === "string" &&
			group !== "" &&
			group.length <= groupLengthMax,
	);
	return [...new Set(named)].slice(0, groupsMax);
}

/** A mail address counts only where the provider says that it belongs to them; anybody can write down another's. */
function believed(claims: Claims, claim: string): unknown {
	if (!Object.hasOwn(claims, claim)) return null;
	const value = claims[claim];
	const mail = Object.hasOwn(claims, "email") ? claims.email : null;
	const isMail = claim === "email" || (mail !== null && isSame(value, mail));
	if (isMail && claims.email_verified !== true)
		throw new Problem("forbidden", "mail not verified", { claim });
	return value;
}

const isSame = (value: unknown, mail: unknown): boolean =>
	typeof mail === "string" &&
	[value]
		.flat()
		.some(
			(it) => typeof it === "string" && it.toLowerCase() === mail.toLowerCase(),
		);
