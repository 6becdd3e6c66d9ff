// Is whoever is connected now told from those who are still away?
import { expect, test } from "vitest";
import { asConnected } from "./connected-now.ts";
import type { MemberNow } from "./group-now.ts";

const member = (verdict: MemberNow["verdict"]): MemberNow => ({
	...{ name: "a:1", holding: 2, idleMs: 9, verdict, isConnected: false },
});
const line = (name: string, rest = "flags=N db=0 cmd=get"): string =>
	`id=1 addr=127.0.0.1:1 name=${name} age=1 resp=3 ${rest}`;

test.each([
	["one that was dead and has connected", "dead", line("tm:g:a:1"), "live"],
	[
		"one that was stuck and waits for messages",
		"stuck",
		line("tm:g:a:1", "flags=b db=0 cmd=xreadgroup"),
		"live",
	],
	["one that is connected and still", "stuck", line("tm:g:a:1"), "stuck"],
	["one of another group", "dead", line("tm:h:a:1"), "dead"],
	[
		"one in another database",
		"dead",
		line("tm:g:a:1", "flags=N db=3 cmd=get"),
		"dead",
	],
	["nobody", "dead", line("other"), "dead"],
	["a list that may not be asked for", "dead", null, "dead"],
] as const)("%s: %s is %4$s", (_, was, list, is) => {
	expect(asConnected([member(was)], list, "g", 0)).toEqual([
		{ ...member(is), isConnected: is !== was },
	]);
});
