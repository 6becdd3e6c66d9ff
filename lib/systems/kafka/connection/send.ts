// How does one question go over a connection, and its answer come back?
import type { Connection } from "@platformatic/kafka";
import type { Request } from "../protocol/request.ts";
import { apiVersions } from "./offers.ts";
import type { Traffic } from "./traffic.ts";

export function send<Answer>(
	connection: Connection,
	traffic: Traffic,
	request: Request<Answer>,
	version: number,
): Promise<Answer> {
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	connection.send<Answer>(
		request.key,
		version,
		() => {
			const question = request.encode(version);
			traffic.count(request.name, question.length);
			return question;
		},
		// One contiguous buffer: over many pieces every field costs a walk through them.
		(_correlation, _key, _version, reader) =>
			request.decode(reader.buffer.slice(), version),
		!request.isUntagged,
		// An answer about versions must be read before any version is known.
		!request.isUntagged && request.key !== apiVersions.key,
		(error, answer) => {
			if (error) reject(error);
			// Without an error there is an answer; the library's type cannot say so.
			else resolve(answer as Answer);
		},
	);
	return promise;
}
