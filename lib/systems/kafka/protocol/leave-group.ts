// Which member may be taken out of its group?
import { leaveGroupV5 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { Request } from "./request.ts";

/** Both names of a static member: whoever came back has another id, and the broker refuses the pair. */
export type StaticMember = {
	readonly id: string;
	readonly instanceId: string;
};

/** What the broker writes into its own log. */
const reason = "taken out by an administrator";

/** Answers with an error code. Never with the instance alone, which would take out a living one. */
export const leaveGroup = (
	group: string,
	{ id, instanceId }: StaticMember,
): Request<number> => ({
	name: "LeaveGroup",
	key: 13,
	oldest: 5,
	newest: 5,
	encode: () =>
		leaveGroupV5.createRequest(group, [
			{ memberId: id, groupInstanceId: instanceId, reason },
		]),
	decode(bytes) {
		const from = new Cursor(bytes);
		from.int32();
		const ofGroup = from.int16();
		const [ofMember] = entries(from, () => {
			from.skipBytes();
			from.skipBytes();
			return from.int16();
		});
		if (ofGroup !== 0) return ofGroup;
		if (ofMember === undefined) throw new RangeError("an answer about nobody");
		return ofMember;
	},
});
