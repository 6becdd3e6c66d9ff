// What is said in English of rows that are folded into one line?

import { count } from "../numbers.ts";
import type { FoldWords } from "../words/words.ts";
import { plural } from "./codes.ts";

export const enFold: FoldWords = {
	switch: "Fold families",
	switchTitle:
		"Show subscriptions whose names differ only by a number, and that have the same group, as one line",
	rows: (rows, of) =>
		rows === of
			? plural(rows, "subscription", "subscriptions")
			: `${count(rows, "en")} of ${plural(of, "subscription", "subscriptions")}`,
	rowsBriefly: (rows, of) =>
		rows === of
			? count(rows, "en")
			: `${count(rows, "en")} of ${count(of, "en")}`,
	counted: (n, verdict) => `${count(n, "en")} ${verdict}`,
	gravest: (n, rows, sentence) =>
		n === 1
			? `1 of ${count(rows, "en")}: ${sentence}`
			: `${count(n, "en")} of ${count(rows, "en")}, the gravest: ${sentence}`,
	added: "added up: one program may read several of them",
	coming: "Opening …",
	more: (n) => `Show ${count(n, "en")} more`,
	tooMany: (n) => `${count(n, "en")} more; a filter shows them`,
};
