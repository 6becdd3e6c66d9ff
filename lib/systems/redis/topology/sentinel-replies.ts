// What does Sentinel say of the servers it watches over? Flat lists of fields, bounded and checked before anybody is dialled.
import { listOf, textOf } from "../streams/replies.ts";
import { type Known, placeOf } from "./place.ts";

export type Original = {
	readonly at: Known;
	/** Grows with every failover: a lower one is an older word. */
	readonly epoch: number;
};

const copiesMax = 100;

export function originalOf(reply: unknown): Original | null {
	const fields = fieldsOf(reply);
	const at = placeOf(fields.get("ip"), portIn(fields));
	const epoch = Number(fields.get("config-epoch") ?? Number.NaN);
	if (at === null || !Number.isSafeInteger(epoch)) return null;
	return { at, epoch };
}

/** Those that are well and hear their original. */
export function copiesOf(reply: unknown): Known[] {
	return listOf(reply)
		.slice(0, copiesMax)
		.flatMap((it) => {
			const fields = fieldsOf(it);
			const isWell =
				fields.get("flags") === "slave" &&
				fields.get("master-link-status") === "ok";
			const at = placeOf(fields.get("ip"), portIn(fields));
			return isWell && at ? [at] : [];
		});
}

const portIn = (fields: ReadonlyMap<string, string>): number | null => {
	const text = fields.get("port") ?? "";
	return /^\d{1,5}$/.test(text) ? Number(text) : null;
};

function fieldsOf(reply: unknown): Map<string, string> {
	const flat = listOf(reply);
	const fields = new Map<string, string>();
	for (let i = 0; i + 1 < flat.length; i += 2)
		fields.set(textOf(flat[i]), textOf(flat[i + 1]));
	return fields;
}
