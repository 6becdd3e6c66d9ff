// What does npm say? Asked as whoever called us would, and never through a shell.
import { execFile } from "node:child_process";
import { root } from "./lock.ts";

export type Said = {
	readonly output: string;
	readonly complaint: string;
	readonly isThere: boolean;
};

/** The npm that started us, or the one on the path: the package `node` brings none along. */
export function npm(args: readonly string[]): Promise<Said> {
	const own = process.env.npm_execpath;
	const [program, before] =
		own === undefined ? ["npm", []] : [process.execPath, [own]];
	return new Promise((resolve) => {
		execFile(
			program,
			[...before, ...args],
			{ cwd: root, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 },
			(error, output, complaint) =>
				resolve({
					output,
					complaint,
					isThere: !(error !== null && error.code === "ENOENT"),
				}),
		);
	});
}
