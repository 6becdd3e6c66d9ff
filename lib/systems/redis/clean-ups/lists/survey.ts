// What lies in a list, from one end on? Its hashes, made at the server, in steps that hold up nobody.
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { sentName } from "../../connection/name.ts";
import { type End, opposite } from "../../lists/ends.ts";
import { listOf, textOf } from "../../streams/replies.ts";
import { isForbidden } from "../refusals.ts";
import { run } from "./scripts.ts";

const atOnce = 500;
const bytesAtOnce = 2_000_000;
export const messagesMax = 200_000;
/** A plan has to be drawn well within its deadline. */
const lookForMs = 1_500;

export type Survey = {
	/** From the end it was begun at. */
	readonly hashes: readonly string[];
	readonly length: number;
	readonly bytes: number;
	readonly refusal: Refusal | null;
};

/** In a script an end is one letter. */
export const letterOf = (end: End): "L" | "R" => (end === "left" ? "L" : "R");

export async function surveyOf(
	client: Redis,
	list: string,
	from: End,
	most: number = messagesMax,
	untilMs: number = performance.now() + lookForMs,
): Promise<Survey> {
	const hashes: string[] = [];
	let bytes = 0;
	let length = 0;
	while (hashes.length < most && performance.now() < untilMs) {
		const count = Math.min(atOnce, most - hashes.length);
		const args = [letterOf(from), hashes.length, count, bytesAtOnce];
		const reply = listOf(await run(client, "survey", [sentName(list)], args));
		const [kind, first, second, found] = reply;
		if (textOf(kind) === "refused") {
			const refusal = refusedFor(textOf(first), textOf(second));
			return { hashes: [], length: 0, bytes: 0, refusal };
		}
		const some = listOf(found).map(textOf);
		length = Number(first);
		bytes += Number(second);
		hashes.push(...some);
		if (some.length === 0 || hashes.length >= length) break;
	}
	return { hashes, length, bytes, refusal: null };
}

export function refusedFor(why: string, detail: string): Refusal {
	const code = isForbidden(detail) ? "broker forbids" : "copy refused";
	return why === "moved"
		? { code: "changed since", values: {} }
		: { code, values: { detail } };
}

export type Slice = { readonly count: number; readonly digest: string };

const manyAtOnce = 100;
const fewAtOnce = 25;
const largeBytes = 50_000;

/** Those at the near end first. */
export function slicesOf({ hashes, bytes }: Pick<Survey, "hashes" | "bytes">) {
	const isLarge = hashes.length > 0 && bytes / hashes.length > largeBytes;
	const atOnce = isLarge ? fewAtOnce : manyAtOnce;
	const slices: Slice[] = [];
	for (let i = 0; i < hashes.length; i += atOnce) {
		const some = hashes.slice(i, i + atOnce);
		const digest = createHash("sha1").update(some.join("")).digest("hex");
		slices.push({ count: some.length, digest });
	}
	return slices;
}

/** How many look like another of them. */
export const alikeIn = (hashes: readonly string[]): number =>
	hashes.length - new Set(hashes).size;

export type Sides = {
	/** From which readers take. */
	readonly taken: End;
	/** At which they lay what is in progress. */
	readonly laid: End;
	readonly areSeen: boolean;
};

/** As RPOPLPUSH does where nothing else was seen; what was seen of the one says nothing of the other but what is usual. */
export function sidesOf(
	taken: End | null,
	laid: End | null,
	isByRpoplpush: boolean,
): Sides {
	if (taken === null && laid === null)
		return { taken: "right", laid: "left", areSeen: isByRpoplpush };
	const usual = taken ?? opposite(laid ?? "left");
	return {
		taken: usual,
		laid: laid ?? opposite(usual),
		areSeen: taken !== null && laid !== null,
	};
}
