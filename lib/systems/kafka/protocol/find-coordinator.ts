// Which node would coordinate a group that no node lists?
import { findCoordinatorV4 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { Request } from "./request.ts";

export type Coordinator = {
	readonly group: string;
	/** −1 where there is none just now. */
	readonly node: number;
	readonly code: number;
};

const ofGroups = 0;

/** It makes the cluster's own topic of positions where there is none yet: asked only for a group that was there. */
export const findCoordinator = (
	group: string,
): Request<readonly Coordinator[]> => ({
	name: "FindCoordinator",
	key: 10,
	oldest: 4,
	newest: 6,
	encode: () => findCoordinatorV4.createRequest(ofGroups, [group]),
	decode(bytes) {
		const from = new Cursor(bytes);
		from.int32();
		return entries(from, () => {
			const group = from.string();
			const node = from.int32();
			from.skipBytes();
			from.int32();
			const code = from.int16();
			from.skipBytes();
			return { group, node, code };
		});
	},
});
