// How is a report written? For whoever reads it at night, the gravest first; and for programs.
import { type Finding, type Gravity, gravities } from "./finding.ts";

export type Report = readonly (Finding & { readonly about: string })[];

const marks: Readonly<Record<Gravity, string>> = {
	...{ wrong: "✗", warning: "!", unknown: "?", well: "✓" },
};

export function asText(report: Report): string {
	const lines = gravities.flatMap((gravity) => {
		const those = report.filter(({ is }) => is === gravity);
		const said = those.flatMap(({ about, says, check }) => [
			`${marks[gravity]} ${about}: ${says}`,
			...(check === null ? [] : [`    ${check}`]),
		]);
		return said.length === 0 ? [] : [...said, ""];
	});
	return plain(`${lines.join("\n")}\n${sumOf(report)}\n`);
}

function sumOf(report: Report): string {
	const n = (gravity: Gravity) =>
		report.filter(({ is }) => is === gravity).length;
	const [grave, slight] = [n("wrong"), n("warning")];
	const all =
		grave > 0
			? `${grave} ${grave === 1 ? "thing is" : "things are"} wrong`
			: "Nothing is wrong";
	const more = slight > 0 ? `, ${slight} to look at` : "";
	return `${all}${more}. Nothing was changed.`;
}

export function asJson(report: Report): string {
	const worst = gravities.find((it) => report.some(({ is }) => is === it));
	return plain(
		JSON.stringify({ is: worst ?? "well", findings: report }, null, 2),
	);
}

/** Whoever looks for "2 h" at a terminal types an ordinary space. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
