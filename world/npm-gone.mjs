// Is the npm that started us still there? It does not pass every signal on, and the shell it puts between hides its end.
import { ask } from "./run.mjs";

/** @type {(gone: () => void) => void} */
export function whenNpmIsGone(gone) {
	// Without npm we may well outlive the shell that started us.
	if (process.env.npm_lifecycle_event === undefined) return;
	const npm = npmAbove(process.ppid);
	const timer = setInterval(() => {
		if (isAlive(npm)) return;
		clearInterval(timer);
		gone();
	}, 500);
	timer.unref();
}

/** @param {number} pid */
function npmAbove(pid) {
	const [parent = "", command = ""] =
		ask("ps", ["-o", "ppid=,comm=", "-p", String(pid)])
			?.trim()
			.split(/\s+/) ?? [];
	return /(^|\/|-)(sh|bash|dash|zsh)$/.test(command) ? Number(parent) : pid;
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
