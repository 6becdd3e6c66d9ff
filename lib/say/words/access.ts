// Which words are needed for people, what they may do and where, and how they came in? Every language must have all of them.
import type { Way } from "#lib/core/people/access.ts";
import type { Act } from "#lib/core/people/role.ts";

/** Patterns of names; null where any will do. */
export type PlaceNames = {
	readonly brokers: readonly string[] | null;
	readonly channels: readonly string[] | null;
	readonly groups: readonly string[] | null;
};

export type AccessWords = {
	readonly title: string;
	readonly loading: string;
	readonly again: string;
	readonly acts: Readonly<Record<Act, string>>;
	/** What somebody may, from harmless to grave, and where; null is everywhere. */
	grant(rights: readonly string[], place: string | null): string;
	place(names: PlaceNames): string;
	/** Between places of which any will do. */
	readonly orAt: string;
	/** Told once, so that nobody takes a part for the whole. */
	seesOnly(place: string): string;
	/** Why a button does nothing here: the right holds elsewhere. */
	onlyAt(place: string): string;
	needsEverywhere(place: string): string;
	/** In place of rules, mutes and outlets. */
	readonly withheld: string;
	readonly ways: Readonly<Record<Way, string>>;
	readonly account: AccountWords;
	readonly people: PeopleWords;
	readonly sessions: SessionsWords;
	readonly tokens: TokensWords;
	readonly links: LinksWords;
	readonly roles: {
		readonly title: string;
		readonly own: string;
		readonly ownWhere: string;
		readonly groups: string;
		readonly groupsWhere: string;
		readonly noRoles: string;
	};
	readonly shownOnce: {
		readonly onlyNow: string;
		readonly copy: string;
		readonly copied: string;
		readonly done: string;
	};
	readonly cancel: string;
	/** What a name may be made of: of a person, a program or a screen. */
	readonly nameRule: string;
	daysRule(most: number): string;
};

export type AccountWords = {
	readonly title: string;
	roles(names: string): string;
	readonly rights: string;
	readonly name: string;
	readonly signOut: string;
	readonly signOutEverywhere: string;
	readonly everywhereMeans: string;
	readonly toPeople: string;
	readonly toAccount: string;
	readonly password: string;
	readonly change: string;
	readonly current: string;
	readonly next: string;
	readonly rules: string;
	readonly set: string;
	readonly setting: string;
	readonly wasSet: string;
	readonly show: string;
	readonly hide: string;
};

export type PeopleWords = {
	readonly title: string;
	count(n: number): string;
	readonly columns: {
		readonly name: string;
		readonly roles: string;
		readonly signedIn: string;
		readonly acts: string;
	};
	readonly you: string;
	readonly never: string;
	readonly invited: string;
	readonly nobody: string;
	readonly add: string;
	readonly addTitle: string;
	readonly name: string;
	readonly rolesWanted: string;
	readonly addButton: string;
	readonly adding: string;
	invitation(person: string): string;
	readonly invitationMeans: string;
	readonly roles: string;
	rolesTitle(person: string): string;
	readonly rolesMeans: string;
	readonly save: string;
	readonly saving: string;
	readonly invite: string;
	readonly inviteMeans: string;
	readonly inviteButton: string;
	readonly inviting: string;
	readonly remove: string;
	removeTitle(person: string): string;
	removeEnds(sessions: number, tokens: number): readonly string[];
	removeButton(person: string): string;
	readonly removing: string;
};

export type SessionsWords = {
	readonly title: string;
	readonly own: string;
	readonly columns: {
		readonly person: string;
		readonly way: string;
		readonly from: string;
		readonly since: string;
		readonly used: string;
	};
	readonly isThis: string;
	readonly unknownPlace: string;
	readonly end: string;
	/** Said to those who do not see the row. */
	endOf(person: string): string;
	/** Before the name of a person, said to those who do not see it. */
	readonly endAll: string;
	ends(moment: string): string;
	readonly ending: string;
};

export type TokensWords = {
	readonly title: string;
	readonly none: string;
	readonly lead: string;
	readonly make: string;
	readonly makeTitle: string;
	readonly name: string;
	readonly roles: string;
	readonly days: string;
	readonly makeButton: string;
	readonly making: string;
	made(name: string): string;
	readonly madeMeans: string;
	by(person: string): string;
	expires(moment: string): string;
	used(moment: string | null): string;
	readonly end: string;
	endOf(name: string): string;
};

export type LinksWords = {
	readonly roles: string;
	readonly title: string;
	readonly lead: string;
	readonly make: string;
	readonly makeTitle: string;
	readonly name: string;
	readonly days: string;
	readonly makeButton: string;
	readonly making: string;
	made(name: string): string;
	readonly madeMeans: string;
};
