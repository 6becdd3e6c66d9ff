// Are BullMQ's workers told from everybody else who is connected?
import { expect, test } from "vitest";
import { connectionNameOf, workersIn } from "./bullmq-workers.ts";

const line = (name: string) =>
	`id=3 addr=127.0.0.1:1${name.length} laddr=127.0.0.1:2 name=${name} age=1 flags=b db=0`;

const queue = connectionNameOf("bull:mails");

test("a worker bears the name of its queue, and its own behind it", () => {
	const text = [queue, `${queue}:w:one`].map(line).join("\n");
	expect(
		workersIn(text)
			.get(queue)
			?.map(({ name }) => name),
	).toEqual(["127.0.0.1:113", "one"]);
});

test.each([
	["who listens to what happens in it", `${queue}:qe`],
	["another queue", connectionNameOf("bull:letters")],
	["another prefix", connectionNameOf("shop:mails")],
	["somebody without a name", ""],
	["ourselves", "tidemark"],
])("%s is no worker of it", (_, name) => {
	expect(workersIn(line(name)).get(queue)).toBeUndefined();
});

test("a prefix may hold colons", () => {
	expect(connectionNameOf("shop:{jobs}:mails")).toBe("shop:{jobs}:bWFpbHM=");
});
