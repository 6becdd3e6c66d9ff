// What does the doctor say of brokers that a test wrote down, in the words that somebody reads?
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { heardFrom } from "../for-tests.ts";
import { doctor } from "./doctor.ts";

/** `brokers` as they stand in a file; nobody listens at the page's port. */
export async function doctorOn(folder: string, brokers: string) {
	const config = join(folder, "tidemark.yaml");
	await writeFile(config, `listen: 127.0.0.1:1\nbrokers:\n${brokers}\n`, {
		mode: 0o600,
	});
	const startedMs = performance.now();
	const { out, code } = await heardFrom(() => doctor(["--config", config]));
	const said = out.split("\n").filter((line) => line.includes(" Brokers: "));
	const tookMs = performance.now() - startedMs;
	return { said: said.join("\n"), out, code, tookMs };
}
