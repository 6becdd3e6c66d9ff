// Who is registered in groups whose members share out their partitions among themselves?
import { describeGroupsV5, Reader } from "@platformatic/kafka";
import { assignedPartitions } from "./assignment.ts";
import type { Describe } from "./described.ts";
import { wholeAnswer } from "./request.ts";

/** Of classic groups only: of any other kind, and of a group that does not exist, it says "Dead" and no error. */
export const describeClassic: Describe = (groups) => ({
	name: "DescribeGroups",
	key: 15,
	oldest: 5,
	newest: 5,
	encode: () => describeGroupsV5.createRequest([...groups], false),
	decode(bytes) {
		const answer = wholeAnswer(() =>
			describeGroupsV5.parseResponse(0, 15, 5, Reader.from(bytes)),
		);
		return answer.groups.map((group) => ({
			group: group.groupId,
			code: group.errorCode,
			state: group.groupState,
			// Other protocols, such as that of workers, put something else there.
			assignor:
				group.protocolType === "consumer" ? group.protocolData || null : null,
			members: group.members.map((member) => {
				// A copy: it may be kept, and must not keep the whole answer with it.
				const assigned = Buffer.from(member.memberAssignment);
				return {
					id: member.memberId,
					instanceId: member.groupInstanceId ?? null,
					clientId: member.clientId,
					host: member.clientHost,
					isAway: false,
					mayBeDead: member.groupInstanceId != null,
					partitionsOf: (topic) =>
						group.protocolType === "consumer"
							? assignedPartitions(assigned, topic)
							: null,
				};
			}),
		}));
	},
});
