// Which processes that we started, directly or not, still run?
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { delimiter } from "node:path";

export type Trace = {
	/** What every program of ours is started with. */
	readonly env: Readonly<Record<string, string>>;
	left(): readonly Left[];
};

export type Left = { readonly pid: number; readonly command: string };

/** A mark in PATH: programs hand it on even when they clean their environment of everything else. */
export function makeTrace(): Trace {
	const mark = `/trace-of-${randomUUID()}`;
	return {
		env: { PATH: `${process.env.PATH ?? ""}${delimiter}${mark}` },
		left: () => leftOf(mark, printedByPs()),
	};
}

const showingEnvironment = process.platform === "darwin" ? "-axEww" : "axeww";

const printedByPs = () =>
	execFileSync("ps", [showingEnvironment, "-o", "pid=,stat=,command="], {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});

/** Each line: pid, state, command with its environment behind it. */
export const leftOf = (mark: string, printed: string): readonly Left[] =>
	printed
		.split("\n")
		.filter((line) => line.includes(mark))
		.flatMap((line) => {
			const [, pid, state = "", command = ""] =
				/^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
			return pid === undefined || state.startsWith("Z")
				? []
				: [{ pid: Number(pid), command: command.slice(0, 120) }];
		});
