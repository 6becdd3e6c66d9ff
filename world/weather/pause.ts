// How does the weather wait, and go on when a broker does not?

export const pause = (ms: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A broker that is away is weather too: said once a minute, and tried again a second later. */
export async function untilDone(
	name: string,
	work: () => Promise<void>,
): Promise<void> {
	let saidAt = Number.NEGATIVE_INFINITY;
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (performance.now() - saidAt > 60_000) {
				saidAt = performance.now();
				console.error(name, error instanceof Error ? error.message : error);
			}
			await pause(1000);
		}
	}
}

export async function forever(
	name: string,
	work: () => Promise<void>,
): Promise<never> {
	for (;;) await untilDone(name, work);
}
