// With what are programs of Python tried? Celery, RQ and a Kafka client as their users have them, in a folder of the project and not installed. Plain JavaScript for any Node from 20.
import { join } from "node:path";
import { fetchWhole } from "./fetched.mjs";
import { ask, run } from "./run.mjs";

/** Together with what they speak to Redis through, which decides what lies there. */
const packages = [
	...["celery==5.7.0", "kombu==5.7.0", "rq==3.0.0", "redis==8.1.0"],
	...["kafka-python==3.0.12", "packaging==25.0"],
];
const places =
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");
const named = packages.join("_").replaceAll("==", "-");
const versionOf = "import platform; print(platform.python_version())";

/**
 * How a program of world/jobs is started; the packages are fetched when they are not there, 20 MB.
 * @type {() => Promise<{ command: string, env: Record<string, string> }>}
 */
export async function jobsPython() {
	let folder = "";
	try {
		if (ask("python3", ["-m", "pip", "--version"]) === null)
			throw new Error("This machine has no python3 with pip.");
		// What they need themselves differs from one Python to the next.
		const version = ask("python3", ["-c", versionOf])?.trim();
		folder = join(places, `python-${version}_${named}`);
		await fetchWhole(folder, (part) =>
			run("python3", [
				...["-m", "pip", "install", "-q", "--disable-pip-version-check"],
				...["--root-user-action=ignore", "--no-compile", "--target", part],
				...packages,
			]),
		);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(
			`There is no Celery, no RQ and no kafka-python for the tests that use them. Please install Python 3.9 or later with pip (on Debian: sudo apt-get install python3-pip). ${why}`,
		);
	}
	// Nothing is written beside our sources.
	const env = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" };
	return { command: "python3", env };
}
