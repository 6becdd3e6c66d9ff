// How does a part come that nobody waits for? It is asked for until it is there: no page falls because a piece of it was late.

const pauseMs = 5_000;

export const comeLate = async <T>(fetched: () => Promise<T>): Promise<T> => {
	for (;;) {
		try {
			return await fetched();
		} catch {
			await new Promise((again) => setTimeout(again, pauseMs));
		}
	}
};
