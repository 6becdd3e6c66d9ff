// May this user do it at all? Each command is asked for in a form that can change nothing, and its refusal is told in the server's words.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { ask, type Command } from "../connection/ask.ts";
import { troubleOf } from "../connection/trouble-of.ts";
import type { Place } from "./group-now.ts";
import { isForbidden } from "./step-refused.ts";

/** A server looks at rights before it looks for the group, and no group has this name. */
const nobody = "tidemark-asks-whether-it-may-and-no-group-is-called-so";

export type Right =
	| "acknowledge"
	| "claim"
	| "copy"
	| "remove"
	| "delete"
	| "trim"
	| "set position"
	| "destroy";

const formOf = (
	right: Right,
	stream: string | Buffer,
	copies: string | Buffer,
): Command => {
	switch (right) {
		case "acknowledge":
			return ["xack", stream, nobody, "0-0"];
		case "claim":
			return ["xclaim", stream, nobody, nobody, 0, "0-0", "JUSTID"];
		case "copy":
			// No message may have this id.
			return ["xadd", copies, "0-0", "a", "b"];
		case "remove":
			return ["xgroup", "DELCONSUMER", stream, nobody, nobody];
		case "delete":
			return ["xdel", copies, "0-0"];
		case "trim":
			return ["xtrim", stream, "MINID", "0-0"];
		case "set position":
			return ["xgroup", "SETID", stream, nobody, "0-0"];
		case "destroy":
			return ["xgroup", "DESTROY", stream, nobody];
	}
};

/** What such a form is answered with where everything is allowed. */
const harmless = /^(?:NOGROUP|ERR The ID specified in XADD must be greater)/;

export async function mayNot(
	{ client, secret, key }: Place,
	rights: readonly Right[],
	copies: string | Buffer = key,
): Promise<Refusal | null> {
	const commands: readonly Command[] = [
		["eval", "return 1", 0],
		...rights.map((right) => formOf(right, key, copies)),
	];
	const answers = await ask(client, secret, commands);
	const [denied] = answers.flatMap(({ error }) =>
		error === null || harmless.test(error.message) ? [] : [error],
	);
	return denied === undefined ? null : refusalFrom(denied, secret);
}

const ofRights: readonly string[] = [
	...["not allowed", "right missing", "read only"],
];

/** The broker's words, with no secret in them. */
export function refusalFrom(error: unknown, secret: string): Refusal {
	const found = troubleOf(error, secret);
	if (found === null) throw error;
	const { code, detail } = found;
	const isRight = ofRights.includes(code) || isForbidden(detail);
	const values = { detail };
	return { code: isRight ? "broker forbids" : "broker failed", values };
}
