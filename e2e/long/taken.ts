// What does a process take of the machine? As Linux tells of any process, from outside.
import { readdirSync, readFileSync, statSync } from "node:fs";

export type Taken = {
	readonly residentMb: number;
	/** The most it ever was resident. */
	readonly peakMb: number;
	/** What it shares with others counts in part; null where nobody may read it. */
	readonly ownMb: number | null;
	readonly openFiles: number;
};

const kilobytesIn = (text: string, name: string): number =>
	Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1]);

/** Null for one that is gone. */
export function takenBy(pid: number): Taken | null {
	const place = `/proc/${pid}`;
	try {
		const told = readFileSync(`${place}/status`, "utf8");
		const residentMb = kilobytesIn(told, "VmRSS") / 1024;
		if (Number.isNaN(residentMb)) return null;
		return {
			residentMb,
			peakMb: kilobytesIn(told, "VmHWM") / 1024,
			ownMb: ownOf(place),
			openFiles: readdirSync(`${place}/fd`).length,
		};
	} catch {
		return null;
	}
}

function ownOf(place: string): number | null {
	try {
		const told = readFileSync(`${place}/smaps_rollup`, "utf8");
		return kilobytesIn(told, "Pss") / 1024;
	} catch {
		return null;
	}
}

/** Zero for a file that is not there. */
export function megabytesOf(file: string): number {
	return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) / 1024 ** 2;
}
