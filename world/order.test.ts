// Does what waits longest begin first, and does nothing that costs much stand beside more of its kind than it must?
import { expect, test } from "vitest";
import { ordered } from "./order.ts";

const sized = (file: string, size = 1) => ({ file: `/lib/${file}`, size });
const namesOf = (files: readonly { readonly file: string }[]) =>
	ordered(files.map((one) => ({ size: 1, ...one }))).map(({ file }) => file);

test("what waits for minutes begins early, and not all of it at once", () => {
	const others = [1, 2, 3, 4, 5, 6].map((n) => sized(`store/other-${n}.ts`));
	const names = namesOf([
		...others,
		sized("systems/redis/live/ages.live.test.ts"),
		sized("systems/kafka/live/gone.live.test.ts"),
	]).map((file) => file.replace(/.*\//, ""));
	expect(names[0]).toBe("gone.live.test.ts");
	const second = names.indexOf("ages.live.test.ts");
	expect(second).toBeGreaterThan(1);
	expect(second).toBeLessThan(names.length - 2);
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
		...["costly-2", "cheap-4", "cheap-3"],
		...["costly-1", "cheap-2", "cheap-1"],
	]);
});
