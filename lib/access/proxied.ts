// Who is somebody whom a trusted proxy names in each request? A session like any other, so that the collector can ask about it again.
import { createHash } from "node:crypto";
import type { AccessRules } from "#lib/core/people/access.ts";
import type { Session } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";
import { nameFor, proxySource, refuseWithoutRole, sourcesOf } from "./borne.ts";
import { idleMaxMs, type Origin, type Person, personOf } from "./sessions.ts";

export type Named = {
	readonly name: string;
	readonly groups: readonly string[];
};

const keptForMs = 60_000;

export async function proxied(
	store: Store,
	named: Named,
	{ access, origin }: { readonly access: AccessRules; readonly origin: Origin },
	nowMs: number,
): Promise<Person | null> {
	const { name, groups } = named;
	refuseWithoutRole({ way: "proxy", roles: [], groups }, access);
	const hash = hashFor(name);
	const before = await store.sessions.find(hash);
	if (before === null || !isCurrent(before, groups, nowMs)) {
		if (before !== null && isOver(before, nowMs))
			await store.sessions.end(hash);
		const identity = { source: proxySource, subject: name };
		const sources = sourcesOf(access);
		const person = await nameFor(store, { identity, name }, sources, nowMs);
		await store.sessions.keep({
			...{ hash, id: hash.slice(0, 16), person, way: "proxy", roles: [] },
			...{ groups, startedMs: nowMs, usedMs: nowMs, idleMs: idleMaxMs },
			...{ endsMs: nowMs + idleMaxMs, ...origin },
		});
	}
	return personOf(store, hash, access, nowMs);
}

/** No token a browser could show has this hash: none of ours has a colon in it. */
const hashFor = (name: string): string =>
	createHash("sha256").update(`proxy: ${name}`).digest("hex");

const isOver = ({ usedMs, idleMs, endsMs }: Session, nowMs: number) =>
	nowMs - usedMs > idleMs || nowMs >= endsMs;

const isCurrent = (session: Session, groups: Named["groups"], nowMs: number) =>
	Math.abs(nowMs - session.usedMs) < keptForMs &&
	session.groups.length === groups.length &&
	session.groups.every((group, at) => group === groups[at]);
