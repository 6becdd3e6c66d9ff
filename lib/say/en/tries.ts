// Why was an address not tried? In English.
import { textOf } from "../sentence.ts";
import type { Words } from "../words/words.ts";

export const tries: Pick<
	Words["rareProblems"],
	| "no address"
	| "password shown"
	| "no such scheme"
	| "address not tried"
	| "address mistaken"
	| "tries closed"
	| "tries too many"
> = {
	"no address": () =>
		"This is no address of a broker. It begins with its system, as in the examples below, and has no spaces.",
	"password shown": () =>
		`Leave the password out: write \${NAME} in its place, the name of a variable that holds it when Tidemark starts. Nothing was sent.`,
	"no such scheme": () =>
		"Nothing here reads addresses that begin like this; compare it with the examples below.",
	"address not tried": () =>
		"No broker is tried at such a host: write its name, or its address with four numbers.",
	"address mistaken": (values) =>
		`This address will not be understood: ${textOf(values, "mistake")}.`,
	"tries closed": () =>
		"A broker is configured, so no addresses are tried any more. Write it into tidemark.yaml and start again.",
	"tries too many": () =>
		"Too many addresses were tried at once. Wait a minute, then test again.",
};
