// Could this change of people have been asked for? A row in a store is a command: it is believed only when it could have been.
import {
	isPersonName,
	type PeopleWish,
	personNameMax,
	roleLengthMax,
	rolesMax,
	tokenDaysMax,
} from "./people.ts";

type Told = Readonly<Record<string, unknown>>;

const isHash = (it: unknown): boolean =>
	typeof it === "string" && /^[0-9a-f]{64}$/.test(it);
const isId = (it: unknown): boolean =>
	typeof it === "string" && /^[A-Za-z0-9_-]{8,64}$/.test(it);
const isName = (it: unknown): boolean =>
	typeof it === "string" && isPersonName(it);
const areRoles = (it: unknown): boolean =>
	Array.isArray(it) &&
	it.length > 0 &&
	it.length <= rolesMax &&
	it.every((role) => typeof role === "string" && role.length <= roleLengthMax);
const areDays = (it: unknown): boolean =>
	Number.isInteger(it) && Number(it) >= 1 && Number(it) <= tokenDaysMax;

export function isPeopleWish(it: unknown): it is PeopleWish {
	if (typeof it !== "object" || it === null) return false;
	const wish: Told = { ...it };
	switch (wish.verb) {
		case "add person":
		case "set roles":
			return isName(wish.person) && areRoles(wish.roles);
		case "remove person":
			return isName(wish.person);
		case "end sessions":
			return isBoundedName(wish.person);
		case "invite":
			return isName(wish.person) && isHash(wish.key);
		case "set password":
			return isName(wish.person) && isId(wish.laid);
		case "offer link":
			return (
				isName(wish.person) &&
				areRoles(wish.roles) &&
				isHash(wish.key) &&
				areDays(wish.days)
			);
		case "add token":
			return (
				isName(wish.name) &&
				areRoles(wish.roles) &&
				isHash(wish.token) &&
				areDays(wish.days)
			);
		case "end token":
			return isId(wish.token);
		case "end session":
			return isId(wish.session);
		default:
			return false;
	}
}

/** A provider may call people otherwise than we would. */
const isBoundedName = (it: unknown): boolean =>
	typeof it === "string" && it.length > 0 && it.length <= personNameMax;
