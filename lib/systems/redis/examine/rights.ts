// What may this user not do, of which the lack is told nowhere else? Asked in forms that change nothing.
import type { Redis } from "ioredis";
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import { StepFailed } from "../../run-plan.ts";
import { scriptsIn } from "../clean-ups/scripts.ts";
import { ask, type Command } from "../connection/ask.ts";
import { isRefused } from "../connection/trouble-of.ts";
import { listOf, textOf } from "../streams/replies.ts";

/** As docs/connecting.md lists them, with what each would be given. */
const cleaning: readonly (readonly string[])[] = [
	["xadd", "KEY", "*", "a", "b"],
	["xack", "KEY", "g", "0-1"],
	["xclaim", "KEY", "g", "m", "0", "0-1"],
	["xdel", "KEY", "0-1"],
	["xtrim", "KEY", "MINID", "0"],
	["xgroup", "delconsumer", "KEY", "g", "m"],
	["xgroup", "setid", "KEY", "g", "0-0"],
	["xgroup", "destroy", "KEY", "g"],
	["lrem", "KEY", "0", "a"],
	["lset", "KEY", "0", "a"],
	["lpush", "KEY", "a"],
	["rpush", "KEY", "a"],
];

const run = scriptsIn(new URL("./", import.meta.url), ["may"]);

export async function cleanUpRights(
	client: Redis,
	secret: string,
	key: string | Buffer,
): Promise<Symptom> {
	const words = cleaning.flatMap((command) => [
		command.length,
		...command.map((word) => (word === "KEY" ? key : word)),
	]);
	const told = await run(client, "may", [], words).catch((error) => {
		const why: unknown = error instanceof StepFailed ? error.cause : error;
		if (isRefused(why, secret)) return null;
		throw why;
	});
	if (told === null)
		return symptom("may not clean up", { rights: "EVAL, EVALSHA" });
	const lacking = listOf(told).map((place) => cleaning[Number(place) - 1]);
	const rights = lacking.map((command) => nameOf(command ?? [])).join(", ");
	return rights === ""
		? symptom("may clean up")
		: symptom("may not clean up", { rights });
}

const nameOf = ([word = "", second = ""]: readonly string[]): string =>
	(word === "xgroup" ? `${word} ${second}` : word).toUpperCase();

const stepsMax = 5;
const keysAtOnce = 1_000;

/** Keys that are there and that this user may not even tell the kind of. `first` is one that it may. */
export async function keysRefused(
	client: Redis,
	secret: string,
	untilMs: number,
): Promise<{
	readonly symptoms: readonly Symptom[];
	readonly first: Buffer | null;
}> {
	let [cursor, looked, refused] = ["0", 0, 0];
	let first: Buffer | null = null;
	let example: Buffer | null = null;
	for (let step = 0; step < stepsMax && performance.now() < untilMs; step++) {
		const [walk] = await ask(client, secret, [
			["scanBuffer", cursor, "COUNT", keysAtOnce],
		]);
		const [next, found] = listOf(walk?.reply);
		const keys = listOf(found).filter((key) => Buffer.isBuffer(key));
		const kinds = await ask(
			...([client, secret] as const),
			keys.map((key): Command => ["type", key]),
		);
		looked += keys.length;
		for (const [index, { error }] of kinds.entries()) {
			const key = keys[index] ?? null;
			if (error === null) first ??= key;
			if (error === null || !isOfKey(error)) continue;
			refused++;
			example ??= key;
		}
		cursor = textOf(next);
		if (cursor === "0" || cursor === "") break;
	}
	const values = { refused, looked, example: example?.toString("utf8") ?? "" };
	return {
		symptoms: refused === 0 ? [] : [symptom("keys refused", values)],
		first,
	};
}

/** In 6.2 the sentence is another one than from 7.0 on. */
const isOfKey = ({ message }: Error): boolean =>
	/^NOPERM .*\bkeys?\b/.test(message);

/** Whom the server takes us for: told of our own connection, which needs no right to look at users. */
export async function knownAs(
	client: Redis,
	secret: string,
): Promise<readonly Symptom[]> {
	const [id] = await ask(client, secret, [["client", "ID"]]);
	if (typeof id?.reply !== "number") return [];
	const [line] = await ask(client, secret, [
		["client", "LIST", "ID", id.reply],
	]);
	const user = / user=(\S+)/.exec(textOf(line?.reply))?.[1];
	return user === undefined ? [] : [symptom("known as", { user })];
}
