// Which routes are there, and what must somebody be allowed to do to pass each? A route that is not named here does not exist.
import type { Act } from "#lib/core/people/role.ts";

/**
 * `scrape` passes whoever shows the configured token, and whoever may see: a program has no session. `clean up` passes
 * whoever may clean up anything: what exactly is asked about behind the door, of each plan.
 */
export type Entry = Act | "clean up" | "open" | "scrape";

export const doors = {
	"GET /api/health": "open",
	"GET /api/ready": "open",
	"GET /api/sign-in": "open",
	"POST /api/session": "open",
	"GET /api/session/provider": "open",
	"GET /api/session/provider/back": "open",
	"GET /api/session": "see",
	"DELETE /api/session": "see",
	"GET /api/sessions": "see",
	"GET /api/people": "administer",
	"POST /api/people/{name}/password": "see",
	"GET /api/tokens": "see",
	"POST /api/tokens": "see",
	"POST /api/invitations": "administer",
	"POST /api/links": "administer",
	"GET /api/board": "see",
	"GET /api/rows": "see",
	"GET /api/subscriptions/{id}": "see",
	"GET /api/subscriptions/{id}/history": "see",
	"GET /api/history": "see",
	"GET /api/brokers/{name}": "see",
	"GET /api/alerts": "see",
	"GET /api/alerts/past": "see",
	"GET /api/alerts/{id}": "see",
	"GET /api/rules": "see",
	"POST /api/errands": "see",
	"GET /api/errands": "see",
	"GET /api/errands/{id}": "see",
	"POST /api/errands/{id}/approve": "clean up",
	"POST /api/errands/{id}/cancel": "clean up",
	"POST /api/errands/{id}/stop": "clean up",
	"POST /api/errands/{id}/undo": "clean up",
	"GET /api/openapi.json": "see",
	"GET /metrics": "scrape",
} as const satisfies Record<`${string} /${string}`, Entry>;

export type Door = keyof typeof doors;

/** A token is a program's: it never signs anybody in or out, and makes nothing by which somebody comes in. */
export const notForTokens: ReadonlySet<Door> = new Set([
	"DELETE /api/session",
	"POST /api/people/{name}/password",
	"POST /api/tokens",
	"POST /api/invitations",
	"POST /api/links",
]);
/** Those that are passed without a person. */
export type OpenDoor = {
	[D in Door]: (typeof doors)[D] extends "open" | "scrape" ? D : never;
}[Door];
export type ClosedDoor = Exclude<Door, OpenDoor>;
