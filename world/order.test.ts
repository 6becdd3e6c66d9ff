// Does what waits longest begin first, and does nothing that costs much stand beside more of its kind than it must?
import { expect, test } from "vitest";
import { ordered } from "./order.ts";

const sized = (file: string, size = 1) => ({ file: `/lib/${file}`, size });
const namesOf = (files: readonly { readonly file: string }[]) =>
	ordered(files.map((one) => ({ size: 1, ...one }))).map(({ file }) => file);

test("what waits for minutes begins before everything else", () => {
	const files = [
		sized("systems/redis/live/names.live.test.ts", 9_000),
		sized("systems/redis/live/ages.live.test.ts"),
		sized("systems/kafka/live/gone.live.test.ts"),
	];
	expect(namesOf(files)).toEqual([
		"/lib/systems/kafka/live/gone.live.test.ts",
		"/lib/systems/redis/live/ages.live.test.ts",
		"/lib/systems/redis/live/names.live.test.ts",
	]);
});

test("what costs much is spread among the rest, the larger before the smaller, and nothing is left out", () => {
	const costly = [1, 2].map((n) =>
		sized(`systems/kafka/live/costly-${n}.live.test.ts`, n),
	);
	const cheap = [1, 2, 3, 4].map((n) => sized(`store/cheap-${n}.ts`, n));
	const names = namesOf([...costly, ...cheap]).map((file) =>
		file.replace(/.*\/(\w+-\d).*/, "$1"),
	);
	expect(names).toEqual([
		...["cheap-4", "costly-2", "cheap-3"],
		...["cheap-2", "costly-1", "cheap-1"],
	]);
});
