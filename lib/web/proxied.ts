// Whom does a proxy name? Only one whose word is taken is listened to, and only what it wrote whole.
import { groupsIn } from "#lib/access/provider/claims.ts";
import type { Named } from "#lib/access/proxied.ts";
import type { ProxyHeaders } from "#lib/core/people/access.ts";
import { isPersonName } from "#lib/core/people/people.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Peer } from "./peer.ts";

const groupsMaxLength = 16_384;

/** Null where nobody is named whose name counts here; what is no name at all is said. */
export function namedByProxy(
	headers: Headers,
	named: ProxyHeaders | null,
	{ isProxy }: Pick<Peer, "isProxy">,
): Named | null {
	if (named === null || !isProxy || isElsewhere(headers)) return null;
	const written = headers.get(named.person);
	if (written === null || written === "") return null;
	const name = decoded(written)?.normalize("NFC") ?? "";
	if (!isPersonName(name)) throw new Problem("forbidden", "proxy names nobody");
	const groups = named.groups === null ? null : headers.get(named.groups);
	return { name, groups: listIn(groups) };
}

/** As a session's own cookie, a proxy's does not count where a page of another site asks. */
const isElsewhere = (headers: Headers): boolean =>
	headers.get("sec-fetch-site") === "cross-site";

function listIn(written: string | null): readonly string[] {
	if (written === null || written.length > groupsMaxLength) return [];
	const text = decoded(written) ?? "";
	return groupsIn(text.split(",").map((group) => group.trim()));
}

/** A header comes as bytes in a row of letters; what they mean is UTF-8 or nothing. */
function decoded(written: string): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(
			Buffer.from(written, "latin1"),
		);
	} catch {
		return null;
	}
}
