// Who is signed in while tests look? Somebody with one of the usual roles, by a session that begins as any other.
import { type AccessRules, noAccess } from "#lib/core/people/access.ts";
import { rightsOf } from "#lib/core/people/rights.ts";
import {
	type OwnRole,
	type Rights,
	rolesWith,
	type UsualRole,
} from "#lib/core/people/role.ts";
import type { Scope, Where } from "#lib/core/people/scope.ts";
import type { Session } from "#lib/store/access-port.ts";
import { type Door, idleMaxMs, sessionLastsMs } from "./sessions.ts";

export const usualAccess: AccessRules = {
	...noAccess,
	roles: rolesWith([]),
};

/** With a role of one's own beside the usual ones: its rights, and where they hold. */
export const accessWith = (
	name: string,
	...grants: OwnRole["grants"]
): AccessRules => ({ ...usualAccess, roles: rolesWith([{ name, grants }]) });

export const whereOnly = (given: Partial<Where>): Scope => [
	{ brokers: ["*"], channels: ["*"], groups: ["*"], ...given },
];

export const usualDoor: Door = {
	access: usualAccess,
	origin: { from: null, browser: null },
};

export const rightsAs = (role: UsualRole): Rights =>
	rightsOf([role], usualAccess.roles);

export const sessionAs = (
	role: string,
	given: Partial<Session> & Pick<Session, "hash" | "startedMs">,
): Session => ({
	...{ id: `id of ${given.hash}`, person: role, way: "link", roles: [role] },
	...{ groups: [], usedMs: given.startedMs, idleMs: idleMaxMs },
	...{ endsMs: given.startedMs + sessionLastsMs, from: null, browser: null },
	...given,
});
