// Which tests failed, and with which words? Told once more at the very end, where whoever reads only the end of a long run finds them.

export type Failure = { readonly test: string; readonly words: string };

/** What the reports of vitest and of playwright say of those that failed at their last try. */
export function failuresOf(report: unknown): readonly Failure[] {
	if (!isRecord(report)) return [];
	return [
		...recordsIn(report.testResults).flatMap(ofFile),
		...recordsIn(report.suites).flatMap((suite) => ofSuite(suite, [])),
	];
}

/** A file of vitest; one that could not even be loaded has no tests, and says why itself. */
function ofFile(file: Json): readonly Failure[] {
	const tests = recordsIn(file.assertionResults);
	const failed = tests
		.filter((test) => test.status === "failed")
		.map((test) => ({
			test: `${file.name} › ${test.fullName}`,
			words: wordsOf([test.failureMessages].flat()[0]),
		}));
	return failed.length === 0 && file.status === "failed"
		? [{ test: String(file.name), words: wordsOf(file.message) }]
		: failed;
}

/** A suite of playwright: a file, or what is described within it. */
function ofSuite(suite: Json, above: readonly unknown[]): readonly Failure[] {
	const names = [...above, suite.title];
	return [
		...recordsIn(suite.specs)
			.filter((spec) => spec.ok === false)
			.map((spec) => ({
				test: [...names, spec.title].join(" › "),
				words: wordsOf(
					recordsIn(spec.tests)
						.flatMap((test) => recordsIn(test.results))
						.map((result) => result.error)
						.filter(isRecord)
						.at(-1)?.message,
				),
			})),
		...recordsIn(suite.suites).flatMap((within) => ofSuite(within, names)),
	];
}

/** The first lines are enough: the whole stands where the test ran. */
const wordsOf = (message: unknown) =>
	typeof message === "string"
		? message.split("\n").slice(0, 12).join("\n")
		: "";

type Json = Record<string, unknown>;

const recordsIn = (value: unknown): readonly Json[] =>
	Array.isArray(value) ? value.filter(isRecord) : [];

const isRecord = (value: unknown): value is Json =>
	typeof value === "object" && value !== null;
