// What can be changed of who may come in? Wishes for the collector, so that the record tells who changed what; no secret stands in any.
import type { Way } from "./access.ts";

export type PeopleWish =
	| {
			readonly verb: "add person";
			readonly person: string;
			readonly roles: readonly string[];
	  }
	| {
			readonly verb: "set roles";
			readonly person: string;
			readonly roles: readonly string[];
	  }
	| { readonly verb: "remove person"; readonly person: string }
	/** A link by which they set a password of their own; here stands the hash of its key. */
	| { readonly verb: "invite"; readonly person: string; readonly key: string }
	/** What it is compared with was laid down in the store before, under this name. */
	| {
			readonly verb: "set password";
			readonly person: string;
			readonly laid: string;
	  }
	/** For a screen on a wall: whoever opens it is signed in as this, for so long. */
	| {
			readonly verb: "offer link";
			readonly person: string;
			readonly roles: readonly string[];
			readonly key: string;
			readonly days: number;
	  }
	| {
			readonly verb: "add token";
			readonly name: string;
			readonly roles: readonly string[];
			readonly token: string;
			readonly days: number;
	  }
	| { readonly verb: "end token"; readonly token: string }
	| { readonly verb: "end session"; readonly session: string }
	| { readonly verb: "end sessions"; readonly person: string };
export type PeopleVerb = PeopleWish["verb"];

export const peopleVerbs = [
	...(["add person", "set roles", "remove person"] as const),
	...(["invite", "set password", "offer link"] as const),
	...(["add token", "end token", "end session", "end sessions"] as const),
] as const satisfies readonly PeopleVerb[];

/** A name as people write it: what is said of them in the record must be read without doubt. */
export const isPersonName = (text: string): boolean =>
	/^[\p{L}\p{N}](?:[\p{L}\p{N}._@+ -]{0,62}[\p{L}\p{N}])?$/u.test(text) &&
	text === text.normalize("NFC") &&
	!looksLikeAnother(text);

/** Letters without a shape, two spaces that are drawn as one, and words in which a letter of another alphabet stands for one that looks the same. */
const looksLikeAnother = (text: string): boolean =>
	/\p{Default_Ignorable_Code_Point}| {2}/u.test(text) ||
	(text.match(/\p{L}+/gu) ?? []).some(
		(word) => alphabets.filter((letter) => letter.test(word)).length > 1,
	);

const alphabets = [
	...[/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u],
	...[/\p{Script=Armenian}/u, /\p{Script=Cherokee}/u],
];

export const tokenDaysMax = 366;
export const passwordLength = { min: 12, max: 200 } as const;
export const rolesMax = 50;
export const roleLengthMax = 64;
export const personNameMax = 200;
/** Links that let somebody set a password, and links for a screen, are opened within this time. */
export const linkOpenedWithinDays = 3;

/** Whoever can read the terminal, and whoever opens a demo: nobody else may be called so. */
export const ownNames = { link: "owner", demo: "visitor" } as const;

export type Came = { readonly name: string; readonly way: Way };

/** Whoever has the terminal. */
export const isOwner = ({ name, way }: Came): boolean =>
	name === ownNames.link && way === "link";

/** Of those whose rights are known from day to day: a token never does more than its maker may. */
export const makesTokens = (came: Came): boolean =>
	came.way === "password" || isOwner(came);
