// Who is registered in share groups, where several members may read one partition?
import { Cursor } from "./cursor.ts";
import {
	askedGroups,
	assignment,
	type Describe,
	type DescribedGroup,
	describedGroups,
	entries,
	type Member,
	texts,
} from "./described.ts";

export const describeShare: Describe = (groups) => ({
	name: "ShareGroupDescribe",
	key: 77,
	oldest: 1,
	newest: 1,
	encode: () => askedGroups(groups),
	decode: decodeShareGroups,
});

export function decodeShareGroups(bytes: Buffer): DescribedGroup[] {
	const from = new Cursor(bytes);
	return describedGroups(from, () => {
		const assignor = from.string() || null;
		return { assignor, members: entries(from, () => member(from)) };
	});
}

/** A share group has no static members, so that nobody is away or dead and still registered. */
function member(from: Cursor): Member {
	const id = from.string();
	from.skipBytes();
	from.int32();
	const clientId = from.string();
	const host = from.string();
	texts(from);
	const partitionsOf = assignment(from);
	return {
		...{ id, instanceId: null, clientId, host, partitionsOf },
		...{ isAway: false, mayBeDead: false },
	};
}
