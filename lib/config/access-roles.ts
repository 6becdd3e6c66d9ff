// Which roles are there beside the usual ones, and which has whom? Each right and each name known, or it is said what to write.
import { z } from "zod";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { nearest } from "#lib/core/nearest.ts";
import type { AccessSettings } from "#lib/core/people/access.ts";
import {
	acts,
	type Grant,
	type OwnRole,
	type Right,
	usualRoleNames,
} from "#lib/core/people/role.ts";
import { anyName, isAnyName, type Where } from "#lib/core/people/scope.ts";
import { section } from "#lib/systems/setting.ts";
import type { Judge } from "./judge.ts";
import { judgeTree } from "./own-settings.ts";
import type { GivenBelow, GivenTree } from "./sheet.ts";

const nameMax = 200;

/** One text or a list of them, each as it is judged. */
export const listOf = <Piece extends z.ZodType>(piece: Piece, say: string) =>
	z.preprocess(
		(given) => (typeof given === "string" ? [given] : given),
		z.array(piece, say),
	);

function unknown(word: string, known: readonly string[], what: string) {
	const meant = nearest(word, known);
	return meant === null
		? `is no ${what}; known are ${known.join(", ")}`
		: `is no ${what}; did you mean ${meant}?`;
}

const rights: readonly Right[] = [...acts, ...actions];
const maySay = "write what this role may, such as may: [see, look]";
const right = z.string(maySay).transform((given, context): Right => {
	const word = given.trim();
	const found = rights.find((known) => known === word);
	if (found !== undefined) return found;
	context.addIssue({ code: "custom", message: unknown(word, rights, "right") });
	return z.NEVER;
});
const namesSay =
	"write a name or a list of them, in which * stands for anything";
const names = listOf(
	z
		.string(namesSay)
		.trim()
		.min(1, namesSay)
		.max(nameMax, `write at most ${nameMax} characters`),
	namesSay,
).refine((list) => list.length > 0, namesSay);

const grantSchema = section({
	may: listOf(right, maySay).refine((list) => list.length > 0, maySay),
	brokers: names.optional(),
	channels: names.optional(),
	groups: names.optional(),
})
	.superRefine(({ may, ...where }, context) => {
		if (whereOf(where) !== null && may.includes("administer"))
			context.addIssue({
				...{ code: "custom", path: ["may"] },
				message:
					"who administers does so everywhere; leave out administer, or brokers, channels and groups",
			});
	})
	.transform(({ may, ...where }): Grant => ({ may, where: whereOf(where) }));

function whereOf({
	brokers = [...anyName],
	channels = [...anyName],
	groups = [...anyName],
}: Partial<Record<keyof Where, string[] | undefined>>): Grant["where"] {
	const where = { brokers, channels, groups };
	return Object.values(where).every(isAnyName) ? null : [where];
}

const isRoleName = (name: string): boolean =>
	/^[\p{L}\p{N}](?:[\p{L}\p{N}._ -]{0,62}[\p{L}\p{N}])?$/u.test(name);

const isUsual = (name: string): boolean =>
	usualRoleNames.some((usual) => usual === name.toLowerCase());

export function judgeRoles(tree: GivenBelow, judge: Judge): readonly OwnRole[] {
	return Array.from(tree.below).flatMap(([name, given]) => {
		const say = !isRoleName(name)
			? "a role's name is 1 to 64 letters, digits, spaces, dots, dashes or underscores; choose another, and write what it may below it"
			: isUsual(name)
				? `${name.toLowerCase()} is there already and stays as it is; choose another name`
				: null;
		if (say !== null) judge.add(given, say);
		return say === null ? [{ name, grants: grantsIn(given, judge) }] : [];
	});
}

function grantsIn(given: GivenTree, judge: Judge): readonly Grant[] {
	const list = "list" in given ? given.list : [given];
	if (list.length === 0) judge.add(given, maySay);
	return list.flatMap((one) => {
		if (!("below" in one)) {
			judge.add(
				one,
				"write what it may and where, such as   { may: [see, look], groups: pay-* }, or a list of such lines",
			);
			return [];
		}
		const grant = judgeTree(one, grantSchema, [], judge);
		return grant === null ? [] : [grant.settings];
	});
}

/** Roles that may be given: the visitor is a demo's alone. Those with mistakes of their own are there as well. */
export function rolesNamed(
	given: GivenTree | undefined,
	own: GivenBelow,
	judge: Judge,
): readonly string[] {
	if (!given) return [];
	const known = [
		...usualRoleNames.filter((name) => name !== "visitor"),
		...own.below.keys(),
	];
	const list = "list" in given ? given.list : [given];
	return list.flatMap((one) => {
		if (!("text" in one)) {
			judge.add(one, "write a role or a list of them, such as viewer");
			return [];
		}
		const found = judge.value(one, (written) => {
			const role = written.trim();
			return known.includes(role) ? { role } : unknown(role, known, "role");
		});
		return found === null ? [] : [found.role];
	});
}

export function judgeGroups(
	groups: GivenBelow,
	own: GivenBelow,
	judge: Judge,
): AccessSettings["groups"] {
	const pairs = Array.from(groups.below).map(([name, given]) => {
		if (name.trim() === "" || name.length > nameMax)
			judge.add(given, "write the group's name as the provider says it");
		return [name, rolesNamed(given, own, judge)] as const;
	});
	return Object.fromEntries(pairs);
}
