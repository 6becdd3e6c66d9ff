// Which group and member does the name of a connection mean? `tm:<group>:<member>`, where both may hold colons.

const prefix = "tm:";

export const connectionNameOf = (group: string, member: string): string =>
	`${prefix}${group}:${member}`;

/** Colons in a name beyond these are nobody's way of naming groups. */
const splitsMax = 8;

/** Every way to read it, the longest group last; empty for the names of others. */
export function splitsOf(
	name: string,
): { readonly group: string; readonly member: string }[] {
	const splits: { group: string; member: string }[] = [];
	if (!name.startsWith(prefix)) return splits;
	let colon = name.indexOf(":", prefix.length);
	while (colon !== -1 && splits.length < splitsMax) {
		const group = name.slice(prefix.length, colon);
		const member = name.slice(colon + 1);
		if (group !== "" && member !== "") splits.push({ group, member });
		colon = name.indexOf(":", colon + 1);
	}
	return splits;
}
