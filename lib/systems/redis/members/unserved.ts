// Which members wait that the server does not know yet? Up to 7.0 it registers one only with its first message.
import type { Connected } from "./connections.ts";
import type { GroupRecall } from "./recall.ts";

/** Every group of the server by its name: the same name may read several streams. */
export type GroupsByName = ReadonlyMap<string, readonly GroupRecall[]>;

export type Unserved = {
	readonly names: readonly string[];
	/** Those that may belong to another stream with a group of this name. */
	readonly possible: number;
};

const nobody: Unserved = { names: [], possible: 0 };

export function unservedOf(
	name: string,
	connected: Connected | null,
	groups: GroupsByName,
): Unserved {
	const meant = connected?.meant.get(name);
	if (meant === undefined) return nobody;
	const same = groups.get(name) ?? [];
	const names = [...new Set(meant)].filter(
		(member) =>
			!same.some(({ members }) => members.has(member)) &&
			!isOfLongerName(name, member, groups),
	);
	return same.length > 1
		? { names: [], possible: names.length }
		: { names, possible: 0 };
}

/** `tm:a:b:c` is of the group `a:b` if there is one. */
function isOfLongerName(name: string, member: string, groups: GroupsByName) {
	let colon = member.indexOf(":");
	while (colon !== -1) {
		if (groups.has(`${name}:${member.slice(0, colon)}`)) return true;
		colon = member.indexOf(":", colon + 1);
	}
	return false;
}
