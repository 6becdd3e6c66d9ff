// Why was a request not even read? In English: said to strange pages and programs, and hardly ever to the board.
import type { Words } from "../words/words.ts";

export const unread: Pick<
	Words["rareProblems"],
	| "bad query"
	| "bad body"
	| "body too large"
	| "foreign host"
	| "no origin"
	| "foreign origin"
	| "no own header"
	| "not json"
> = {
	"bad query": () => "The address asks for something the server does not know.",
	"bad body": () => "The server could not read what was sent.",
	"body too large": () => "What was sent is too large.",
	"foreign host": () => "This address is not the one the server listens at.",
	"no origin": () => "The browser did not say which page is asking.",
	"foreign origin": () => "Another site tried to ask in your name.",
	"no own header": () => "Another program tried to ask in your name.",
	"not json": () => "The server could not read what was sent.",
};
