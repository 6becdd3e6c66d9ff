// Is the reader's own choice heard first, then their browser's?
import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test.each([
	["a choice wins over the browser", "ko", "en-US,en", "ko"],
	["a choice nobody knows is passed over", "xx", "ko-KR", "ko"],
	[
		"the browser's first known language is taken",
		null,
		"fr, ko;q=0.9, en;q=0.8",
		"ko",
	],
	["weights decide, not places", null, "en;q=0.5, ko;q=0.9", "ko"],
	["a refused language is not taken", null, "ko;q=0", "en"],
	["nothing known is English", null, "fr-FR", "en"],
	["no header is English", null, null, "en"],
] as const)("%s", (_sentence, chosen, header, language) => {
	expect(languageOf(chosen, header)).toBe(language);
});
