// How do we wait for something without guessing how long it takes?

/** Asks again until the answer is not undefined, and fails with the last reason after `withinMs`. */
export async function eventually<T>(
	ask: () => Promise<T | undefined> | T | undefined,
	withinMs: number,
	everyMs = 50,
): Promise<T> {
	const until = performance.now() + withinMs;
	let reason: unknown = "nothing came";
	for (;;) {
		try {
			const answer = await ask();
			if (answer !== undefined) return answer;
		} catch (error) {
			reason = error;
		}
		if (performance.now() > until)
			throw new Error(`Not within ${withinMs} ms`, { cause: reason });
		await new Promise((resolve) => setTimeout(resolve, everyMs));
	}
}

/** The same of a process that starts, but not longer than it lives. */
export async function eventuallyFrom<T>(
	child: { isRunning(): boolean },
	ask: () => Promise<T | undefined> | T | undefined,
	withinMs: number,
): Promise<void> {
	await eventually(
		async () => !child.isRunning() || (await ask()) !== undefined || undefined,
		withinMs,
	);
	if (!child.isRunning()) throw new Error("It ended at its start");
}
