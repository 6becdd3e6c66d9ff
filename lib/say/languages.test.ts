// Does every language say the same things, and leave nothing empty?
import { expect, test } from "vitest";
import { filterWords } from "./apart/filter.ts";
import { keysWords } from "./apart/keys.ts";
import { paletteWords } from "./apart/palette.ts";
import { takeWords } from "./apart/take.ts";
import { wallWords } from "./apart/wall.ts";
import { enNotice } from "./en/notice.ts";
import { wholeEn as en } from "./en/spoken.tsx";
import { koNotice } from "./ko/notice.ts";
import { wholeKo as ko } from "./ko/spoken.tsx";

/** Every place of a dictionary as "bar.themes.dark: string". */
function placesIn(
	words: object,
	path: readonly string[] = [],
): readonly string[] {
	return Object.entries(words).flatMap(([key, said]: [string, unknown]) => {
		const place = [...path, key];
		return typeof said === "object" && said !== null
			? placesIn(said, place)
			: [`${place.join(".")}: ${said === "" ? "empty" : typeof said}`];
	});
}

const english = {
	...en,
	wall: wallWords.en,
	keys: keysWords.en,
	palette: paletteWords.en,
	filter: filterWords.en,
	take: takeWords.en,
	notice: enNotice,
};
const korean = {
	...ko,
	wall: wallWords.ko,
	keys: keysWords.ko,
	palette: paletteWords.ko,
	filter: filterWords.ko,
	take: takeWords.ko,
	notice: koNotice,
};

test("Korean has every word that English has, and no other", () => {
	expect(placesIn(korean).toSorted()).toEqual(placesIn(english).toSorted());
});

test("no word is empty", () => {
	const empty = [...placesIn(english), ...placesIn(korean)].filter((place) =>
		place.endsWith(": empty"),
	);
	expect(empty).toEqual([]);
});
