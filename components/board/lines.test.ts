// Does the tide line stand where the calm begins, and nowhere else?
import { expect, test } from "vitest";
import { rowOf } from "./for-tests.ts";
import { linesOf } from "./lines.ts";

const seen = (verdicts: string, over: object = {}) => {
	const rows = [...verdicts].map((letter) =>
		rowOf({ verdict: letter === "h" ? "healthy" : "slow" }),
	);
	const healthy = verdicts.split("h").length - 1;
	const it = { rows, byGravity: true, healthy, from: 0, ...over };
	return linesOf(it)
		.map((line) => (line.is === "tide" ? "~" : line.row.verdict[0]))
		.join("");
};

test.each([
	["between the last unhealthy and the first healthy", "ssh", {}, "ss~h"],
	["at the top when all is well", "hh", {}, "~hh"],
	["nowhere when nothing is healthy", "ss", {}, "ss"],
	["nowhere when another column sorts", "shs", { byGravity: false }, "shs"],
	["nowhere on a later page that begins calm", "hh", { from: 200 }, "hh"],
	["on a later page where the calm begins", "sh", { from: 200 }, "s~h"],
] as const)("%s", (_sentence, verdicts, over, drawn) => {
	expect(seen(verdicts, over)).toBe(drawn);
});
