// Was it done? What changes something is sent once, and without an answer nobody knows.
import { type Link, NeverSent } from "../connection/link.ts";
import type { Request } from "../protocol/request.ts";

/** No answer came. Where it was sent it may be done, or may be still. */
export class Untold extends Error {
	readonly isSent: boolean;

	constructor(isSent: boolean, cause: unknown) {
		super("no answer", { cause });
		this.isSent = isSent;
	}
}

export async function told<Answer>(
	link: Link,
	request: Request<Answer>,
	untilMs: number,
): Promise<Answer> {
	try {
		return await link.tell(request, untilMs);
	} catch (error) {
		throw error instanceof NeverSent
			? new Untold(false, error.cause)
			: new Untold(true, error);
	}
}
