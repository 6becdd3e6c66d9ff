// What is somebody called here whom others vouch for? As they say, unless somebody else is called so; then with a mark of their own behind it.
import { createHash } from "node:crypto";
import type { AccessRules, AccessSettings } from "#lib/core/people/access.ts";
import { ownNames } from "#lib/core/people/people.ts";
import { rightsOf } from "#lib/core/people/rights.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Identity, Session } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";
import { rolesOf } from "./roles-of.ts";

/** Where a proxy says who somebody is, in the place of an issuer: no address is called so. */
export const proxySource = "proxy";

export const sourcesOf = ({
	provider,
	headers,
}: Pick<AccessSettings, "provider" | "headers">): readonly string[] => [
	...(provider ? [provider.issuer] : []),
	...(headers ? [proxySource] : []),
];

export async function nameFor(
	store: Store,
	{ identity, name }: { readonly identity: Identity; readonly name: string },
	sources: readonly string[],
	nowMs: number,
): Promise<string> {
	const marked = markedNames(name, identity);
	const wanted = isOwn(name) ? marked : [name, ...marked];
	const found = await store.names.claim(identity, wanted, sources, nowMs);
	if (found === null) throw new Problem("forbidden", "name taken");
	return found;
}

/** Before anything is written down of them. */
export function refuseWithoutRole(
	session: Pick<Session, "way" | "roles" | "groups">,
	access: AccessRules,
): void {
	const roles = rolesOf(session, access);
	if (rightsOf(roles, access.roles).length > 0) return;
	const groups = session.groups.join(", ").slice(0, 300);
	throw new Problem("forbidden", "groups without role", { groups });
}

const isOwn = (name: string): boolean =>
	Object.values<string>(ownNames).includes(
		name.normalize("NFKC").toLowerCase(),
	);

const nameLengthMax = 64;

/** The same for the same person, and longer where even that is borne by another. */
function markedNames(name: string, { source, subject }: Identity): string[] {
	const mark = createHash("sha256")
		.update(JSON.stringify([source, subject]))
		.digest("hex");
	return [6, 16].map((length) => {
		const behind = ` +${mark.slice(0, length)}`;
		// A half of a letter that takes two places is none.
		const before = [...name].slice(0, nameLengthMax / 2).join("");
		const fits = name.length + behind.length <= nameLengthMax ? name : before;
		return fits.slice(0, nameLengthMax - behind.length) + behind;
	});
}
