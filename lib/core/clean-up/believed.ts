// Could this clean-up have been asked for? A row in a store is a command: it is believed only when it could have been.
import {
	type CleanUp,
	fates,
	plainActions,
	serving,
	type Whereto,
} from "./clean-up.ts";

export const membersMax = 10_000;
export const nameLengthMax = 65_536;
export const partitionsMax = 10_000;
/** What lies beyond is no time any more, and a slip of the hand. */
export const spanMaxMs = 8.64e15;

type Told = Readonly<Record<string, unknown>>;

const isName = (it: unknown): boolean =>
	typeof it === "string" && it.length <= nameLengthMax;
const isNameOrNull = (it: unknown): boolean => it === null || isName(it);
const isWhole = (it: unknown, least: number, most = Infinity): boolean =>
	typeof it === "number" &&
	Number.isSafeInteger(it) &&
	it >= least &&
	it <= most;
const isOneOf = (all: readonly string[], it: unknown): boolean =>
	all.some((one) => one === it);

const areSome = (
	it: unknown,
	most: number,
	isOne: (one: unknown) => boolean,
): boolean =>
	Array.isArray(it) && it.length > 0 && it.length <= most && it.every(isOne);
const areNamesOrNull = (it: unknown): boolean =>
	it === null || areSome(it, membersMax, isName);

const toldOf = (it: unknown): Told | null =>
	typeof it === "object" && it !== null ? { ...it } : null;

export function isCleanUp(it: unknown): it is CleanUp {
	const wish = toldOf(it);
	switch (wish?.action) {
		case "reclaim":
			return (
				areNamesOrNull(wish.members) &&
				typeof wish.stuck === "boolean" &&
				isWhole(wish.idleMinMs, 0) &&
				isWhole(wish.deliveriesMin, 1) &&
				(wish.fate === null || isOneOf(fates, wish.fate)) &&
				isNameOrNull(wish.to) &&
				typeof wish.remove === "boolean"
			);
		case "remove":
			return areNamesOrNull(wish.members);
		case "recover":
			return areNamesOrNull(wish.from) && isOneOf(serving, wish.served);
		case "redrive":
			return isNameOrNull(wish.from);
		case "undo":
			return isName(wish.errand);
		case "evict":
			return isName(wish.member);
		case "move":
			return isNameOrNull(wish.to);
		case "reset":
			return arePartitions(wish.partitions) && isWhereto(wish.to);
		default:
			return typeof wish?.action === "string"
				? isOneOf(plainActions, wish.action)
				: false;
	}
}

const arePartitions = (it: unknown): boolean =>
	it === null || areSome(it, partitionsMax, (one) => isWhole(one, 0));

function isWhereto(it: unknown): it is Whereto {
	const to = toldOf(it);
	switch (to?.place) {
		case "first":
		case "end":
			return true;
		case "time":
			return isWhole(to.atMs, 0, spanMaxMs);
		case "ago":
			return isWhole(to.ms, 0, spanMaxMs);
		case "shift":
			return isWhole(to.messages, -Infinity) && to.messages !== 0;
		case "exact":
			return isWhole(to.position, 0);
		case "group":
			return isName(to.group);
		case "listed":
			return areSome(to.positions, partitionsMax, isListed);
		default:
			return false;
	}
}

function isListed(it: unknown): boolean {
	const one = toldOf(it);
	return (
		isName(one?.channel) &&
		isWhole(one?.partition, 0) &&
		isWhole(one?.position, 0)
	);
}
