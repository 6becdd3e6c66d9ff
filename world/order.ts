// In which order do the tests on real brokers begin? What starts servers that cost much stands between what mostly waits, so that neither fills all places at once.
import { statSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They wait for real time to pass: the sooner they begin, the less is waited for them at the end. */
const longest = [
	"kafka/live/gone",
	"kafka/live/verdicts",
	"redis/live/verdicts",
	"redis/live/ages",
	"redis/live/members",
	"redis/live/replica",
];

/** Each of them starts programs that take a second or more of the processor. */
const isCostly = (file: string): boolean =>
	/\/(systems\/kafka|collector|world)\//.test(file);

export default class Mixed extends BaseSequencer {
	override async sort(
		files: TestSpecification[],
	): Promise<TestSpecification[]> {
		const all = files.map((spec) => ({
			...{ spec, file: spec.moduleId, size: statSync(spec.moduleId).size },
		}));
		return ordered(all).map(({ spec }) => spec);
	}
}

type Sized = { readonly file: string; readonly size: number };

export function ordered<File extends Sized>(
	files: readonly File[],
): readonly File[] {
	const waiting = longest.flatMap((name) =>
		files.filter(({ file }) => file.includes(`${name}.`)),
	);
	const rest = files
		.filter((file) => !waiting.includes(file))
		.toSorted((a, b) => b.size - a.size);
	return spread([
		// One after another, so that somebody works beside them; the last of them not at the end.
		...placed(waiting, 2 / 3),
		...placed(
			rest.filter(({ file }) => isCostly(file)),
			1,
		),
		...placed(
			rest.filter(({ file }) => !isCostly(file)),
			1,
		),
	]);
}

type Placed<File> = { readonly file: File; readonly at: number };

/** In their own order, evenly over so much of the whole. */
const placed = <File>(
	files: readonly File[],
	until: number,
): readonly Placed<File>[] =>
	files.map((file, i) => ({ file, at: (i / files.length) * until }));

const spread = <File>(all: readonly Placed<File>[]): readonly File[] =>
	all.toSorted((a, b) => a.at - b.at).map(({ file }) => file);
