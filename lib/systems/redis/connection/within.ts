// How does every question to a server end in time? In an answer, in a trouble with nothing secret in it, or in a bug's own error.
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Link } from "./link.ts";
import { troubleOf } from "./trouble-of.ts";

export async function within<T>(
	link: Link,
	deadlineMs: number,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const late = new AbortController();
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		const detail = `no answer within ${deadlineMs} ms`;
		const reason = link.trouble() ?? trouble("no answer", detail);
		reject(new TroubleError(reason));
		late.abort();
	}, deadlineMs);
	try {
		return await Promise.race([work(late.signal), promise]);
	} catch (error) {
		const found =
			error instanceof TroubleError
				? error.trouble
				: troubleOf(error, link.secret);
		if (found === null) throw error;
		// "Not writeable" only says that it broke; the link knows why.
		const cause = found.code === "unreachable" ? link.trouble() : null;
		throw new TroubleError(cause ?? found);
	} finally {
		clearTimeout(timer);
	}
}
