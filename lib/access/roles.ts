// Who may do what? The one table, asked by the web before it writes and by the collector before it acts.

export const roles = [
	"viewer",
	"operator",
	/** Whoever opens a demo: an operator of an invented world, where no message says anything about anybody. */
	"visitor",
	"admin",
] as const;
export type Role = (typeof roles)[number];

/** From harmless to grave. */
export const acts = [
	"see",
	"look",
	/** What messages say. */
	"see contents",
	/** Rules, mutes and who is told: nothing of it changes a broker. */
	"tend alerts",
	"act without loss",
	"act",
	"administer",
] as const;
export type Act = (typeof acts)[number];

const allowed: Readonly<Record<Role, readonly Act[]>> = {
	viewer: ["see", "look"],
	operator: ["see", "look", "tend alerts", "act without loss"],
	visitor: ["see", "look", "see contents", "tend alerts", "act without loss"],
	admin: acts,
};

export const isRole = (text: string): text is Role =>
	roles.some((role) => role === text);

/** A role nobody has heard of may do nothing. */
export function may(role: string, act: Act): boolean {
	return isRole(role) && allowed[role].includes(act);
}
