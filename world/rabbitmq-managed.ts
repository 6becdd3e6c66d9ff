// How does a test tell a RabbitMQ what to do, as its administrator?

/** Parsed as it came, or null where it answers nothing. */
export const managedAt =
	(port: number, withinMs = 20_000) =>
	async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			headers: {
				authorization: `Basic ${Buffer.from("guest:guest").toString("base64")}`,
				...(body === undefined ? {} : { "content-type": "application/json" }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(withinMs),
		});
		const text = await reply.text();
		if (!reply.ok)
			throw new Error(`${method} ${path}: ${reply.status} ${text}`);
		return text === "" ? null : JSON.parse(text);
	};
