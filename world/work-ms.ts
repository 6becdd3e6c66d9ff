// What does something cost this thread? The least of several tries, in processor time: the machine does other things as well.

const tries = 5;

export async function workMs(work: () => unknown): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let n = 0; n < tries; n++) {
		const before = process.threadCpuUsage();
		await work();
		const { user, system } = process.threadCpuUsage(before);
		least = Math.min(least, (user + system) / 1_000);
	}
	return least;
}
