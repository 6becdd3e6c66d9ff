// What does every system promise? One suite, run by each system's live test against its real broker.
import { describe } from "vitest";
import { cleaningPromises } from "./contract-cleaning.ts";
import { failingPromises } from "./contract-failing.ts";
import { lookingPromises } from "./contract-looking.ts";
import { readingPromises } from "./contract-reading.ts";
import type { Stage } from "./contract-stage.ts";

export function systemContract(name: string, stage: Stage): void {
	describe(`${name} keeps what every system promises:`, () => {
		describe("its readings:", () => readingPromises(stage));
		describe("its looks:", () => lookingPromises(stage));
		describe.runIf(stage.cleaning !== null)("its clean-ups:", () =>
			cleaningPromises(stage),
		);
		describe("when the broker fails:", () => failingPromises(stage));
	});
}
