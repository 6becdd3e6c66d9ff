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
	const isLong = ({ file }: File) =>
		longest.some((it) => file.includes(`${it}.`));
	const rest = files.filter((file) => !isLong(file));
	const bySize = rest.toSorted((a, b) => b.size - a.size);
	return [
		...longest.flatMap((name) =>
			files.filter(({ file }) => file.includes(`${name}.`)),
		),
		...evenly(
			bySize.filter(({ file }) => isCostly(file)),
			bySize.filter(({ file }) => !isCostly(file)),
		),
	];
}

/** Both in their own order, each spread over the whole. */
function evenly<File>(
	some: readonly File[],
	others: readonly File[],
): readonly File[] {
	const placed = [some, others].flatMap((files) =>
		files.map((file, i) => ({ file, at: (i + 0.5) / files.length })),
	);
	return placed.toSorted((a, b) => a.at - b.at).map(({ file }) => file);
}
