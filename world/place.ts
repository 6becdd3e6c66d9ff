// Where does a demo live? In the first folder that no living demo holds, emptied before it moves in.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function moveIn(parent: string): string {
	for (let number = 1; ; number++) {
		const folder = join(parent, number === 1 ? "demo" : `demo-${number}`);
		if (isHeld(folder)) continue;
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const sign = join(folder, "pid");
		writeFileSync(sign, String(process.pid));
		// Left behind, it would in time name somebody else's process.
		process.once("exit", () => rmSync(sign, { force: true }));
		return folder;
	}
}

function isHeld(folder: string): boolean {
	try {
		const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
		return pid !== process.pid && process.kill(pid, 0);
	} catch {
		return false;
	}
}
