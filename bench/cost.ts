// What does a piece of work cost? Its time, and the processor time of this process or of another.
import { readFile } from "node:fs/promises";
import { percentile } from "./table.ts";

export type Cost = {
	readonly wallMs: number;
	/** Null where the system does not tell. */
	readonly cpuMs: number | null;
	readonly requests: number | null;
	readonly bytes: number | null;
};

export async function timed(work: () => Promise<unknown>): Promise<Cost> {
	const before = process.cpuUsage();
	const startMs = performance.now();
	await work();
	const wallMs = performance.now() - startMs;
	const { user, system } = process.cpuUsage(before);
	const cpuMs = (user + system) / 1000;
	return { wallMs, cpuMs, requests: null, bytes: null };
}

/** The middle of several runs of the same work, each figure by itself. */
export function middle(costs: readonly Cost[]): Cost {
	const of = (figure: keyof Cost) => {
		const known = costs.flatMap((cost) => cost[figure] ?? []);
		return known.length === costs.length ? percentile(known, 0.5) : null;
	};
	return {
		wallMs: of("wallMs") ?? Number.NaN,
		cpuMs: of("cpuMs"),
		requests: of("requests"),
		bytes: of("bytes"),
	};
}

/** What a process has used so far, with those it started and waited for; null where there is no such file. */
export async function cpuOf(
	pid: number | "self",
): Promise<{ readonly ownMs: number; readonly endedMs: number } | null> {
	try {
		const stat = await readFile(`/proc/${pid}/stat`, "utf8");
		// The name before it may hold spaces. In hundredths of a second on every Linux.
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		const at = (field: number) => 10 * Number(fields[field]);
		return { ownMs: at(11) + at(12), endedMs: at(13) + at(14) };
	} catch {
		return null;
	}
}
