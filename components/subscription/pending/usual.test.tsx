// Is it seen what is held longer than it usually is?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import type { SurveyReply } from "#lib/wire/pending.ts";
import { Pictures, usualAfter } from "./pictures.tsx";

test.each([
	["five minutes end the second span", 300, 2],
	["a quarter of an hour lies within the third", 900, 3],
	["a day ends the last but one", 86_400, 5],
	["more than a day is beyond the last border", 90_000, null],
] as const)("%s", (_title, seconds, after) => {
	expect(usualAfter(seconds * 1_000)).toBe(after);
});

const survey: SurveyReply = {
	...{ total: 57, seen: 57, bound: "exact", counted: null },
	idle: [15, 0, 0, 5, 37, 0],
	written: [0, 0, 0, 0, 0, 0],
	writtenUnknown: 57,
	deliveries: [57, 0, 0, 0, 0, 0],
	...{ deliveriesMax: null, idleMaxMs: null, holders: [], holdersTotal: 1 },
};
const picture = (usualSeconds: number | null) =>
	renderToStaticMarkup(
		<SpokenEn>
			<Pictures survey={survey} usualSeconds={usualSeconds} />
		</SpokenEn>,
	).replaceAll("\u00a0", " ");

test("a dashed rule parts what is held longer than usual, which stands out", () => {
	const html = picture(300);
	expect(html).toContain("longer than usual here (5 min)");
	expect(html.split('class="rule"')).toHaveLength(2);
	expect(html.split('class="beyond"')).toHaveLength(1 + 4);
});

test("where nobody knows what is usual, nothing is parted", () => {
	expect(picture(null)).not.toContain('class="rule"');
	expect(picture(null)).not.toContain('class="beyond"');
});
