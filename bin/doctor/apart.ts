// How does the doctor answer whatever hangs? It works in a process of its own, whose end nobody waits for once it has spoken.
import { fork } from "node:child_process";
import path from "node:path";
import { ending } from "../ending.ts";
import { complain } from "../said.ts";

/** After it began: each look in it has a shorter end of its own. */
const withinMs = 12_000;
/** A busy machine takes long to start anything. */
const beginsWithinMs = 60_000;

const hangs =
	"Even this look came to no end: the disk of Tidemark's folder or of its configuration hangs, or this machine does.";

/** A process that still asks a name server, or a disk, does not end before it was answered. */
export function doctorApart(argv: readonly string[]): Promise<number> {
	const { promise, resolve } = Promise.withResolvers<number>();
	const late = () => resolve(complain(hangs, 1));
	let timer = setTimeout(late, beginsWithinMs);
	const file = path.join(import.meta.dirname, `process${ending}`);
	const child = fork(file, argv, { execArgv: [] });
	child.on("message", (said) => {
		if (typeof said === "number") return resolve(said);
		clearTimeout(timer);
		timer = setTimeout(late, withinMs);
	});
	child.once("exit", (code) => resolve(code ?? 1));
	child.once("error", (error) => resolve(complain(error.message, 1)));
	return promise.finally(() => {
		clearTimeout(timer);
		child.kill("SIGKILL");
	});
}
