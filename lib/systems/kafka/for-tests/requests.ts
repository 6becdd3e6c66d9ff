// How does a test send one of our own requests to a node, and read what it answers?
import { onTestFinished } from "vitest";
import { Link } from "../connection/link.ts";
import type { Request } from "../protocol/request.ts";

const answersWithinMs = 10_000;

export function asker(port: number) {
	const link = new Link("127.0.0.1", port, {});
	onTestFinished(() => link.end());
	return <Answer>(request: Request<Answer>): Promise<Answer> =>
		link.ask(request, performance.now() + answersWithinMs);
}
