// May this user do it at all? Each command is asked for in a form that can change nothing, and its refusal is told in the server's words.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { refusedIn } from "../refusals.ts";
import type { Place } from "./group-now.ts";

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
	return refusedIn(answers, harmless, secret);
}
