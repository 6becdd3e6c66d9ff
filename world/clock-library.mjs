// Where is the library that gives one program a clock of its own? Plain JavaScript for the script that readies a machine.
import { existsSync } from "node:fs";

const machines = ["x86_64-linux-gnu", "aarch64-linux-gnu"];

/**
 * Null where it is not installed, and on systems that do not have it.
 * @type {() => string | null}
 */
export function clockLibrary() {
	const places = machines.map(
		(machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`,
	);
	return places.find((path) => existsSync(path)) ?? null;
}

export const withoutClockLibrary =
	"Only libfaketime sets the clock for one program alone: please run `apt-get install libfaketime` on a Linux machine.";
