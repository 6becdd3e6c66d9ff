// Which roles does somebody have now? Those of their person or their groups as they are, and none once the way they came by is closed.
import type { AccessRules, Way } from "#lib/core/people/access.ts";
import type { Session } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";

export async function rolesNow(
	store: Store,
	session: Pick<Session, "person" | "way" | "roles" | "groups">,
	access: AccessRules,
): Promise<readonly string[]> {
	if (!isOpen(session.way, access)) return [];
	return session.way === "password"
		? rolesOfPerson(store, session.person, access)
		: rolesOf(session, access);
}

/** The configuration may have closed it since: what was open before says nothing. */
function isOpen(
	way: Way,
	{ passwords, provider, headers, demo }: AccessRules,
): boolean {
	switch (way) {
		case "password":
			return passwords;
		case "provider":
			return provider !== null;
		case "proxy":
			return headers !== null;
		case "demo":
			return demo;
		case "link":
			return true;
		case "token":
			// No session: whoever made it is asked about.
			return false;
	}
}

/** Of somebody kept here, who comes by a password: also behind a token of theirs. */
export async function rolesOfPerson(
	{ people }: Store,
	name: string,
	access: AccessRules,
): Promise<readonly string[]> {
	const found = isOpen("password", access) ? await people.person(name) : null;
	return found?.roles ?? [];
}

/** By what a provider or proxy said of somebody, as the configuration reads it now. */
export function rolesOf(
	{ way, roles, groups }: Pick<Session, "way" | "roles" | "groups">,
	{ groups: known, everybody }: AccessRules,
): readonly string[] {
	if (way !== "provider" && way !== "proxy") return roles;
	const named = groups.flatMap((group) =>
		Object.hasOwn(known, group) ? (known[group] ?? []) : [],
	);
	return [...new Set([...everybody, ...named])];
}
