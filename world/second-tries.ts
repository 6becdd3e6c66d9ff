// Which tests on real brokers passed only at their second try? Each is named at the end: it is a defect, of the test or of what it tests.
import type { Reporter, TestCase } from "vitest/node";

export default class SecondTries implements Reporter {
	readonly #needed: string[] = [];

	onTestCaseResult(test: TestCase): void {
		if (test.diagnostic()?.flaky)
			this.#needed.push(`${test.module.relativeModuleId} › ${test.fullName}`);
	}

	onTestRunEnd(): void {
		for (const name of this.#needed)
			console.log(`passed at its second try: ${name}`);
	}
}
