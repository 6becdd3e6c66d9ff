// How is a disk filled that nobody else uses? The product gets one of its own, in a world that ends with it.
import { execFile } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whoever is not root has to be let: some machines forbid it. */
const apart =
	process.getuid?.() === 0
		? ["unshare", "--mount"]
		: ["unshare", "--map-root-user", "--mount"];

/** Throws one sentence where this machine lets nobody mount anything. */
export async function inWorldApart(
	mounting: string,
	...given: readonly string[]
): Promise<readonly string[]> {
	const [command = "", ...rest] = apart;
	const before = [...rest, "sh", "-c"];
	await run(command, [...before, "mount -t tmpfs none /mnt"]).catch((error) => {
		throw new Error(
			`This test mounts a file system of its own, which this machine does not allow (${error.message.trim()}): run it as root, or allow user namespaces.`,
		);
	});
	return [
		...apart,
		...["sh", "-c", `${mounting}; shift ${given.length}; exec "$@"`, ""],
		...given,
	];
}

export type SmallDisk = {
	/** As the product sees it. */
	readonly place: string;
	freeBytes(): number;
	/** Takes room until only so much is left. */
	fill(leaveBytes: number): void;
	empty(): void;
};

/** Seen through a process that lives in that world. */
export function smallDiskOf(pid: number, folder: string): SmallDisk {
	const place = join(`/proc/${pid}/root`, folder);
	const filler = join(place, "filler");
	const block = Buffer.alloc(4096);
	const freeBytes = () => {
		const { bavail, bsize } = statfsSync(place);
		return bavail * bsize;
	};
	return {
		...{ place, freeBytes },
		fill(leaveBytes) {
			const opened = openSync(filler, "a");
			try {
				while (leaveBytes === 0 || freeBytes() > leaveBytes)
					writeSync(opened, block);
			} catch (error) {
				if (!(error instanceof Error && /ENOSPC/.test(error.message)))
					throw error;
			} finally {
				closeSync(opened);
			}
		},
		empty: () => rmSync(filler, { force: true }),
	};
}
