// What was asked of the collector, by whom, and what came of it?
import { isAlertWish } from "./alert/asked/believed.ts";
import {
	type AlertAnswer,
	type AlertWish,
	changingVerbs,
} from "./alert/asked/errand.ts";
import { isCleanUp } from "./clean-up/believed.ts";
import type { Action, CleanUp } from "./clean-up/clean-up.ts";
import { endings } from "./clean-up/outcome.ts";
import {
	areTargets,
	type Targets,
	type Undertaking,
} from "./clean-up/undertaking.ts";
import { addressFault, type Finding } from "./finding.ts";
import {
	type Look,
	type LookPart,
	type LookSort,
	lookParts,
	lookSorts,
} from "./look.ts";
import { contentsMax, isPendingWish, type PendingWish } from "./pending.ts";
import { isPeopleWish } from "./people/believed.ts";
import { type PeopleWish, peopleVerbs } from "./people/people.ts";
import type { ProblemDetail } from "./problem.ts";

export const errandStates = [
	"asked",
	"answered",
	"planned",
	"approved",
	"running",
	...endings,
	"cancelled",
	"expired",
] as const;
export type ErrandState = (typeof errandStates)[number];

/** Somebody said yes to it; failed also what could not be planned. */
export const begunStates = ["approved", "running", ...endings] as const;

/** Those that change something which lies not at a broker, each with a line of the record. */
export const changeVerbs = [...changingVerbs, ...peopleVerbs] as const;
export type ChangeVerb = (typeof changeVerbs)[number];
export type ChangeWish = Extract<Wish, { readonly verb: ChangeVerb }>;

export const isChange = (wish: Wish): wish is ChangeWish =>
	changeVerbs.some((verb) => verb === wish.verb);

/** As what it is found again among all that was done; null where it changes nothing. */
export function deedOf(wish: Wish): Action | ChangeVerb | null {
	if (wish.verb === "clean up") return wish.cleanUp.action;
	return isChange(wish) ? wish.verb : null;
}

export type Wish = LookWish | TryWish | CleanUpWish | AlertWish | PeopleWish;

/** What changes who may come in. */
export const isOfPeople = (wish: Wish): wish is PeopleWish =>
	peopleVerbs.some((verb) => verb === wish.verb);

export type CleanUpWish = {
	readonly verb: "clean up";
	readonly targets: Targets;
	readonly cleanUp: CleanUp;
};

/** Before any broker is configured: is one there, and what is on it? */
export type TryWish = {
	readonly verb: "try";
	/** Null tries the usual ports of the collector's own machine. */
	readonly address: string | null;
};

export type LookWish = {
	readonly verb: "look";
	readonly subscription: string;
	readonly part: LookPart;
	readonly sort: LookSort;
	readonly offset: number;
	readonly limit: number;
	/** Null where something else is looked at. */
	readonly pending: PendingWish | null;
};

export const lookLimitMax = 500;

/** Such an errand is for whoever asked, and kept no longer than it takes to be read. */
export const showsContents = (wish: Wish): boolean =>
	wish.verb === "look" && wish.pending?.contents === true;

/** A row in a store is a command: it is believed only when it could have been asked. */
export function isWish(it: unknown): it is Wish {
	if (typeof it !== "object" || it === null) return false;
	const { verb, address, subscription, part, sort, offset, limit, ...rest } =
		Object.fromEntries(Object.entries(it));
	const { pending, targets, cleanUp } = rest;
	if (isAlertWish(it) || isPeopleWish(it)) return true;
	if (verb === "clean up") return areTargets(targets) && isCleanUp(cleanUp);
	if (verb === "try")
		return (
			address === null ||
			(typeof address === "string" && addressFault(address) === null)
		);
	return (
		verb === "look" &&
		typeof subscription === "string" &&
		lookParts.includes(part) &&
		lookSorts.includes(sort) &&
		Number.isSafeInteger(offset) &&
		offset >= 0 &&
		Number.isSafeInteger(limit) &&
		limit >= 1 &&
		limit <= lookLimitMax &&
		(pending === null || isPendingWish(pending)) &&
		(!pending?.contents || limit <= contentsMax.entries)
	);
}

export type Errand = {
	readonly id: string;
	readonly by: string;
	/** The role is looked up again when the errand is run; this is who asked, not what they may do. */
	readonly session: string;
	readonly wish: Wish;
	readonly state: ErrandState;
	readonly askedMs: number;
	readonly endedMs: number | null;
	readonly look: Look | null;
	/** What a try came to, one for each place that was tried. */
	readonly findings: readonly Finding[] | null;
	/** What came of a wish about alerts, or of a change of people. */
	readonly alerts: AlertAnswer | null;
	/** Of a clean-up, once it has been planned. */
	readonly undertaking: Undertaking | null;
	readonly failure: ProblemDetail | null;
};
