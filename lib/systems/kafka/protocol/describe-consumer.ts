// Who is registered in consumer groups whose partitions the broker gives out?
import { Cursor } from "./cursor.ts";
import {
	askedGroups,
	assignment,
	awayEpoch,
	type Describe,
	type DescribedGroup,
	describedGroups,
	entries,
	type Member,
	texts,
} from "./described.ts";

export const describeConsumer: Describe = (groups) => ({
	name: "ConsumerGroupDescribe",
	key: 69,
	oldest: 0,
	newest: 1,
	encode: () => askedGroups(groups),
	decode: decodeConsumerGroups,
});

export function decodeConsumerGroups(
	bytes: Buffer,
	version: number,
): DescribedGroup[] {
	const from = new Cursor(bytes);
	return describedGroups(from, () => {
		const assignor = from.string() || null;
		return { assignor, members: entries(from, () => member(from, version)) };
	});
}

/** Before version 1 nobody tells which protocol a member speaks itself. */
const notTold = -1;
const speaksConsumer = 1;

function member(from: Cursor, version: number): Member {
	const id = from.string();
	const instanceId = from.string() || null;
	from.skipBytes();
	const isAway = from.int32() === awayEpoch;
	const clientId = from.string();
	const host = from.string();
	texts(from);
	from.skipBytes();
	const partitionsOf = assignment(from);
	assignment(from);
	const speaks = version >= 1 ? from.int8() : notTold;
	// The broker itself ends the session of a member that speaks the new protocol, within a minute.
	const mayBeDead = instanceId !== null && speaks !== speaksConsumer;
	return { id, instanceId, clientId, host, isAway, mayBeDead, partitionsOf };
}
