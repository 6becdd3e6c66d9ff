// Which commands do our documents give for the rights of a user, and are they any good? Kafka's own tool runs them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { startTool } from "#world/kafka-tool.ts";
import type { Doors } from "./doors.ts";

/** In the order of the document: what reading needs, what tells more, what cleaning up needs. */
export const [toRead = [], toKnowMore = [], toCleanUp = []] = typedIn(
	"docs/connecting.md",
	"kafka-acls.sh ",
);

/** For the user that the doors know. */
export async function runDocumented(
	{ world, folder }: Doors,
	commands: readonly string[],
): Promise<void> {
	for (const command of commands) {
		const args = command
			.replace("kafka-acls.sh", "")
			.replace("…", world.brokers[0] ?? "")
			.replace("User:tidemark", "User:reader")
			.replaceAll("'", "")
			.trim()
			.split(/ +/);
		const output = join(folder, "acls.log");
		const { code } = await startTool({ tool: "AclCommand", args, output }).gone;
		expect(code, readFileSync(output, "utf8")).toBe(0);
	}
}
