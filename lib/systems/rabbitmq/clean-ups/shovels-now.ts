// May messages be shovelled here, and does a shovel of ours take from this queue already?
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { TroubleError } from "../../trouble-error.ts";
import { fieldIn, listOf, textIn } from "../connection/json.ts";
import { pathOf } from "../connection/paths.ts";
import { answered } from "./answered.ts";
import type { Place } from "./place.ts";

const part = "rabbitmq_shovel_management";
/** Names of shovels of ours. */
export const ours = "tidemark-";
const rights: ReadonlySet<string> = new Set(["administrator", "policymaker"]);

/** Only where the part is there is anybody asked for their rights first. */
export async function underWay(place: Place): Promise<Refusal | null> {
	const { virtualHost, name } = place;
	try {
		if (!(await isEnabled(place)))
			return { code: "not enabled", values: { name: part } };
		const all = await answered(place, pathOf("shovels", virtualHost));
		const before = listOf(all).find(
			(it) =>
				textIn(it, "src_queue") === name &&
				textIn(it, "name")?.startsWith(ours),
		);
		if (before === undefined) return null;
		const values = { name: textIn(before, "name") };
		return { code: "moving already", values };
	} catch (error) {
		// Who may set one need not be allowed to see them.
		if (error instanceof TroubleError && error.trouble.code === "right missing")
			return null;
		throw error;
	}
}

/** Where it is not there, its paths answer 400 or 406 (3.10); what its page needs tells it. */
async function isEnabled(place: Place): Promise<boolean> {
	const parts = listOf(await answered(place, pathOf("extensions")));
	return parts.some((it) => textIn(it, "javascript") === "shovel.js");
}

export async function mayShovel(place: Place): Promise<Refusal | null> {
	const who = await answered(place, pathOf("whoami"));
	const tags = fieldIn(who, "tags");
	// Older servers write them as one text.
	const all = typeof tags === "string" ? tags.split(",") : listOf(tags);
	if (all.some((tag) => typeof tag === "string" && rights.has(tag)))
		return null;
	const detail = `${textIn(who, "name") ?? "the user"} has not the tag policymaker`;
	return { code: "broker forbids", values: { detail } };
}

/** Whether the shovel of that name is there still: it removes itself when it is done. */
export async function isThere(place: Place, shovel: string): Promise<boolean> {
	return (await answered(place, pathOfShovel(place, shovel))) !== null;
}

export const pathOfShovel = (
	{ virtualHost }: Pick<Place, "virtualHost">,
	shovel: string,
): string => pathOf("parameters", "shovel", virtualHost, shovel);
