// What do the scripts answer? What they did, or why they did nothing.
import { listOf, nameOf, textOf } from "../../streams/replies.ts";

export type HeldReply =
	| {
			readonly kind: "done";
			/** Where the next slice begins; null at the end. */
			readonly cursor: string | null;
			readonly rows: readonly HeldDone[];
			/** Touched since the look; of those that are named, delivered less often than then. */
			readonly young: number;
			/** Delivered less often than asked for. */
			readonly few: number;
			/** Their messages are gone. */
			readonly missing: number;
			/** Too many fields to be copied. */
			readonly large: number;
			/** Claims that were ended, as their messages are gone. */
			readonly cleared: number;
			readonly bytes: number;
			/** Why the server took no more copies; null where it did. */
			readonly stopped: string | null;
			/** Named, and nobody holds them any more. */
			readonly settled: number;
	  }
	| {
			readonly kind: "refused";
			readonly why: string;
			readonly detail: string;
	  };

export type HeldDone = {
	readonly id: string;
	readonly owner: string;
	readonly deliveredMs: number;
	readonly deliveries: number;
	readonly copy: string | null;
};

export function heldReplyOf(reply: unknown): HeldReply {
	const [kind, first, rows, ...rest] = listOf(reply);
	if (textOf(kind) === "refused")
		return { kind: "refused", why: textOf(first), detail: textOf(rows) };
	const [young = 0, few = 0, missing = 0, large = 0, cleared = 0, bytes = 0] =
		rest.map(Number);
	return {
		...{ kind: "done", cursor: textOf(first) || null },
		rows: listOf(rows).map((row) => {
			const [id, at, deliveries, copy] = listOf(row)
				.toSpliced(1, 1)
				.map(textOf);
			return {
				...{ id: id ?? "", owner: nameOf(listOf(row)[1]), copy: copy || null },
				...{ deliveredMs: Number(at), deliveries: Number(deliveries) },
			};
		}),
		...{ young, few, missing, large, cleared, bytes },
		...{ stopped: textOf(rest[6]) || null, settled: Number(rest[7] ?? 0) },
	};
}

export type RemoveRow = {
	readonly what: string;
	readonly holding: number;
	readonly idleMs: number;
};

/** In the order of the names; null where the group is gone, or nothing can be proved. */
export function removeRowsOf(reply: unknown): readonly RemoveRow[] | null {
	const [kind, rows] = listOf(reply);
	if (textOf(kind) === "refused") return null;
	return listOf(rows).map((row) => {
		const [what, holding, idle] = listOf(row);
		return {
			...{ what: textOf(what), holding: Number(holding) },
			idleMs: Number(idle),
		};
	});
}
