// What became of a queue that was cleaned up, or may have been? Whether it is there again, who is, and whether the broker goes on by itself.
import type { Afterwards } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Proof } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { figuresNow } from "./counts.ts";
import type { Place } from "./place.ts";
import { queueNow } from "./queue-now.ts";
import { type Seen, seenIn } from "./seen.ts";
import { isThere } from "./shovels-now.ts";

export async function prove(place: Place, plan: Plan): Promise<Proof> {
	const seen = seenIn(plan);
	if (seen === null) return { figures: [], afterwards: [] };
	const figures = await figuresNow(place, plan, seen);
	const found = (await seenAgain(place, seen)) ?? asLeft;
	return { figures, afterwards: [{ ...found, atMs: Date.now() }] };
}

type Found = Omit<Afterwards, "atMs">;

const asLeft: Found = { code: "as left", values: {} };

async function seenAgain(
	place: Place,
	{ further }: Seen,
): Promise<Found | null> {
	switch (further.action) {
		case "delete":
			return (await isQueue(place))
				? { code: "channel came back", values: {} }
				: null;
		case "evict": {
			const { tag, connection } = further;
			const { readers } = await queueNow(place);
			const isBack = readers.some(
				(it) => it.tag === tag && it.connection !== connection,
			);
			return isBack
				? { code: "member came back", values: { name: tag } }
				: null;
		}
		case "move": {
			const { shovel: name } = further;
			return (await goesOn(place, name))
				? { code: "still moving", values: { name } }
				: null;
		}
		default:
			return null;
	}
}

async function isQueue(place: Place): Promise<boolean> {
	try {
		await queueNow(place);
		return true;
	} catch (error) {
		if (error instanceof Problem && error.code === "not found") return false;
		throw error;
	}
}

/** Whoever may not ask any more does not know. */
async function goesOn(place: Place, shovel: string): Promise<boolean> {
	try {
		return await isThere(place, shovel);
	} catch (error) {
		if (error instanceof TroubleError) return false;
		throw error;
	}
}
