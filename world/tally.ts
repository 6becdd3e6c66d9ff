// How many tests passed and failed, by the runners' own reports?

export type Tally = { readonly passed: number; readonly failed: number };

/** What a runner left behind: its exit code and its report, `null` when it wrote none that can be read. */
export type Stage = {
	readonly exitCode: number | null;
	readonly report: unknown;
};

/** A runner that failed without a failing test, wrote no report or ran no test counts as one failure. */
export function tallyOf({ exitCode, report }: Stage): Tally {
	const { passed, failed } = countsOf(report) ?? { passed: 0, failed: 0 };
	const isHollow = passed + failed === 0 || exitCode !== 0;
	return { passed, failed: isHollow ? Math.max(failed, 1) : failed };
}

export const sumOf = (tallies: readonly Tally[]): Tally =>
	tallies.reduce(
		(sum, tally) => ({
			passed: sum.passed + tally.passed,
			failed: sum.failed + tally.failed,
		}),
		{ passed: 0, failed: 0 },
	);

function countsOf(report: unknown): Tally | null {
	if (!isRecord(report)) return null;
	const { numPassedTests, numFailedTests, stats } = report;
	if (typeof numPassedTests === "number" && typeof numFailedTests === "number")
		return { passed: numPassedTests, failed: numFailedTests };
	if (!isRecord(stats)) return null;
	const { expected, flaky, unexpected } = stats;
	if (typeof expected !== "number" || typeof unexpected !== "number")
		return null;
	// A flaky test passed at its second try, which its runner says.
	const atSecondTry = typeof flaky === "number" ? flaky : 0;
	return { passed: expected + atSecondTry, failed: unexpected };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null;
