// What does somebody see, and hear, of one suggestion?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import { SuggestionLine } from "./suggestion-line.tsx";
import type { Suggestion } from "./suggestions.ts";

function heard(
	about: Suggestion["about"],
	over: Partial<Suggestion>,
	Spoken = SpokenEn,
): string {
	const plain = { writes: "", lead: "", value: "", count: null };
	const html = renderToStaticMarkup(
		<Spoken>
			<SuggestionLine
				id="one"
				suggestion={{ ...plain, about, ...over }}
				active={false}
				onTake={() => {}}
			/>
		</Spoken>,
	);
	return html
		.replaceAll(/<[^>]+>/g, " ")
		.replaceAll(/\s+/g, " ")
		.trim();
}

const kind = { is: "kind", channel: { en: "topic", ko: "토픽" } } as const;

test.each([
	[
		"a key says what it looks at",
		heard({ is: "key", key: "group" }, { lead: "group:" }),
		"group: who reads together",
	],
	[
		"a verdict is told in the reader's language, with its number",
		heard(
			{ is: "verdict", verdict: "stalled" },
			{ lead: "verdict:", value: "stalled", count: 3 },
			SpokenKo,
		),
		"verdict: stalled 정체 3",
	],
	[
		"a kind is told in the words of its system",
		heard(kind, { lead: "kind:", value: "t" }, SpokenKo),
		"kind: t 토픽",
	],
	[
		"a pattern says what it stands for, and how many that are",
		heard({ is: "start" }, { lead: "group:", value: "sh*", count: 4 }),
		"group: sh* all that begin so, 4 subscriptions",
	],
	[
		"one is told as one",
		heard({ is: "name" }, { lead: "group:", value: "a", count: 1 }),
		"group: a 1 subscription",
	],
	[
		"what cannot be known is said to be that",
		heard({ is: "number" }, { lead: "lag:", value: "unknown" }),
		"lag: unknown cannot be known",
	],
	[
		"a comparison is read out",
		heard({ is: "number" }, { lead: "margin:", value: "<1h" }),
		"margin: &lt;1h less than",
	],
	[
		"in a name nothing can hide",
		heard({ is: "name" }, { lead: "group:", value: "a\u202eb" }),
		"group: a\\u202eb",
	],
])("%s", (_, said, expected) => {
	expect(said).toBe(expected);
});
