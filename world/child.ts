// How is a process started so that it never outlives the one that started it?
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { untilFrozen } from "./frozen.ts";

export type Child = {
	readonly pid: number;
	/** Resolves when the process is gone, whatever ended it. */
	readonly gone: Promise<Exit>;
	isRunning(): boolean;
	/** Stops it where it stands, before this returns: its connections stay open and silent. */
	freeze(): void;
	thaw(): void;
	/** Asks it to end, and ends it after `withinMs`. */
	end(withinMs: number): Promise<Exit>;
	/** No goodbye, as in a crash. */
	kill(): Promise<Exit>;
};

export type Exit = {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
};

export type ChildOptions = {
	readonly command: string;
	readonly args: readonly string[];
	/** A file that receives its output, or our own terminal. */
	readonly output: string | "inherit";
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** How long its group may take to end by itself after we are gone. */
	readonly graceSeconds?: number;
};

// The shell becomes the process, so the pid is the process's own. What stays behind reads our end of a pipe: a line
// means that all is well, its plain end means that we are gone, and then the whole process group goes too.
const leash = `
( trap '' TERM INT HUP
  read _ <&3 && exit
  kill -CONT -$$; kill -TERM -$$
  while [ "$LEASH_GRACE" -gt 0 ] && kill -0 $$; do sleep 1; LEASH_GRACE=$((LEASH_GRACE - 1)); done
  kill -KILL -$$
) >/dev/null 2>&1 &
exec 3<&-
unset LEASH_GRACE
exec "$@"`;

export function startChild(options: ChildOptions): Child {
	const output =
		options.output === "inherit" ? "inherit" : openSync(options.output, "a");
	const child = spawn(
		"/bin/sh",
		["-c", leash, "leash", options.command, ...options.args],
		{
			stdio: ["ignore", output, output, "pipe"],
			// Its own group: a Ctrl-C at the terminal reaches us alone, and we decide the order of ending.
			detached: true,
			env: {
				...process.env,
				...options.env,
				LEASH_GRACE: String(options.graceSeconds ?? 0),
			},
			...(options.cwd === undefined ? {} : { cwd: options.cwd }),
		},
	);
	if (typeof output === "number") closeSync(output);
	const pid = child.pid;
	if (pid === undefined) throw new Error("No process could be started");
	return held(child, pid);
}

function held(child: ChildProcess, pid: number): Child {
	let isEnding = false;
	const gone = new Promise<Exit>((resolve) => {
		child.once("exit", (code, signal) => {
			if (isEnding) killGroup(pid);
			else release(child);
			resolve({ code, signal });
		});
	});
	const isRunning = () => child.exitCode === null && child.signalCode === null;
	const send = (signal: NodeJS.Signals, to: number) => {
		if (isRunning()) process.kill(to, signal);
	};
	const kill = () => {
		isEnding = true;
		send("SIGKILL", -pid);
		return gone;
	};
	return {
		pid,
		gone,
		isRunning,
		freeze() {
			send("SIGSTOP", pid);
			if (isRunning()) untilFrozen(pid);
		},
		thaw: () => send("SIGCONT", pid),
		kill,
		async end(withinMs) {
			isEnding = true;
			send("SIGTERM", pid);
			const timer = setTimeout(kill, withinMs);
			return gone.finally(() => clearTimeout(timer));
		},
	};
}

/** What it started and left; the leash is in the group too, so the number is still ours. */
function killGroup(pid: number) {
	try {
		process.kill(-pid, "SIGKILL");
	} catch {
		// Nobody was left.
	}
}

/** Tells the leash that there is nothing left to end: the pid may soon be somebody else's. */
function release(child: ChildProcess) {
	const pipe = child.stdio[3];
	if (pipe === null || pipe === undefined || !("end" in pipe)) return;
	pipe.on("error", () => pipe.destroy());
	pipe.end("gone\n");
}
