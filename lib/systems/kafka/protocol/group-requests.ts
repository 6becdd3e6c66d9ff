// Which groups does a node coordinate?
import { listGroupsV4, listGroupsV5, Reader } from "@platformatic/kafka";
import { type Request, wholeAnswer } from "./request.ts";

export type ListedGroup = {
	readonly group: string;
	/** `classic`, `consumer`, `share`, `streams`; a broker before 3.7 does not say, and its groups are classic. */
	readonly type: string;
	readonly state: string;
	/** `consumer`, `connect`, …; empty for positions that were written by hand. */
	readonly protocol: string;
};

export type GroupList = {
	readonly code: number;
	readonly groups: readonly ListedGroup[];
};

export const listGroups: Request<GroupList> = {
	name: "ListGroups",
	key: 16,
	oldest: 4,
	newest: 5,
	encode(version) {
		const codec = version === 4 ? listGroupsV4 : listGroupsV5;
		return codec.createRequest([], []);
	},
	decode(bytes, version) {
		const codec = version === 4 ? listGroupsV4 : listGroupsV5;
		const answer = wholeAnswer(() =>
			codec.parseResponse(0, 16, version, Reader.from(bytes)),
		);
		return {
			code: answer.errorCode,
			groups: answer.groups.map((listed) => ({
				group: listed.groupId,
				type: listed.groupType?.toLowerCase() || "classic",
				state: listed.groupState,
				protocol: listed.protocolType,
			})),
		};
	},
};
