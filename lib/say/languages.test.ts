// Does every language say the same things, and leave nothing empty?
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { ko } from "./ko.ts";

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

test("Korean has every word that English has, and no other", () => {
	expect(placesIn(ko).toSorted()).toEqual(placesIn(en).toSorted());
});

test("no word is empty", () => {
	const empty = [...placesIn(en), ...placesIn(ko)].filter((place) =>
		place.endsWith(": empty"),
	);
	expect(empty).toEqual([]);
});
