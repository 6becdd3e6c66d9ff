// Is this machine enough? Its Node, how many files may be open, and how much memory there is.
import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { bytes } from "#lib/say/numbers.ts";
import { type Finding, warning, well, wrong } from "./finding.ts";

const nodeLeast = 24;
const filesLeast = 1_024;
const memoryLeast = 512 * 1024 ** 2;

export const machine = {
	name: "This machine",
	look: async (): Promise<readonly Finding[]> => [
		node(),
		...openFiles(),
		memory(),
	],
};

function node(): Finding {
	const { node: version } = process.versions;
	const says = `It runs Node ${version}.`;
	return Number(version.split(".")[0]) < nodeLeast
		? wrong(
				says,
				`Tidemark needs Node ${nodeLeast} or later; npm ci brings it.`,
			)
		: well(says);
}

/** Where nothing tells it, nothing is said. */
function openFiles(): readonly Finding[] {
	const line = /^Max open files\s+(\d+)/m.exec(limits());
	const most = Number(line?.[1] ?? Number.NaN);
	if (Number.isNaN(most)) return [];
	const says = `A process here may have ${most} files open.`;
	return [
		most < filesLeast
			? warning(
					says,
					`Each browser and each node of a broker takes one: raise it with ulimit -n ${filesLeast * 4}, or LimitNOFILE in its unit.`,
				)
			: well(says),
	];
}

function limits(): string {
	try {
		return readFileSync("/proc/self/limits", "utf8");
	} catch {
		return "";
	}
}

/** A limit of a container counts where there is one. */
function memory(): Finding {
	const limit = process.constrainedMemory();
	const most = limit > 0 && limit < totalmem() ? limit : totalmem();
	const free = process.availableMemory();
	const says = `${bytes(free, "en")} of ${bytes(most, "en")} of memory are free.`;
	return free < memoryLeast / 4 || most < memoryLeast
		? warning(
				says,
				"Collector, web and supervisor take about 400 MB together, and more with tens of thousands of subscriptions: give it more.",
			)
		: well(says);
}
