// Which groups may end, with all their positions?
import { deleteGroupsV2 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { Request } from "./request.ts";

type Ended = { readonly group: string; readonly code: number };

/** Of every kind, and only without members: who joined a moment ago keeps it. */
export const deleteGroups = (
	groups: readonly string[],
): Request<readonly Ended[]> => ({
	name: "DeleteGroups",
	key: 42,
	oldest: 2,
	newest: 2,
	encode: () => deleteGroupsV2.createRequest([...groups]),
	decode(bytes) {
		const from = new Cursor(bytes);
		from.int32();
		return entries(from, () => ({ group: from.string(), code: from.int16() }));
	},
});
