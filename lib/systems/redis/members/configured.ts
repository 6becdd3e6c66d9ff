// What may be configured about members? For how long one may show no life, and whose connections bear their names.

import { noPatience, patienceSetting } from "../../patience-setting.ts";
import { globs, type Picks, section } from "../../setting.ts";
import { usualPatienceMs } from "./patience.ts";

export type MembersConfigured = {
	/** Null where the group's own pauses decide. */
	patienceMs(group: string): number | null;
	/** The shortest that is configured; null when none is. */
	readonly shortestMs: number | null;
	readonly named: Picks;
};

export const shortestPatienceMs = ({ shortestMs }: MembersConfigured): number =>
	shortestMs ?? usualPatienceMs;

export const nothingOfMembers: MembersConfigured = {
	patienceMs: () => null,
	shortestMs: null,
	named: () => false,
};

export const membersSetting = section({
	patience: patienceSetting("groups").optional(),
	named: globs().optional(),
}).transform(
	({ patience = noPatience, named }): MembersConfigured => ({
		patienceMs: patience.of,
		shortestMs: patience.shortestMs,
		named: named ?? nothingOfMembers.named,
	}),
);
