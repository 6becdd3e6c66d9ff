// Is the web that the browser will meet the one of these sources? Built before the first test when it is not.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

export default function build(): void {
	const root = join(import.meta.dirname, "..");
	execFileSync(process.execPath, ["bin/build.ts"], {
		cwd: root,
		stdio: "inherit",
	});
}
