// Whose turn is it at a broker? One clean-up at a time works there, so that two of them cost it no more than one.

export type Turns = {
	take<T>(broker: string, work: () => Promise<T>): Promise<T>;
};

export function turnsOf(): Turns {
	const last = new Map<string, Promise<unknown>>();
	return {
		async take(broker, work) {
			const before = last.get(broker) ?? Promise.resolve();
			const mine = before.then(work);
			const ended = mine.catch(() => undefined);
			last.set(broker, ended);
			try {
				return await mine;
			} finally {
				if (last.get(broker) === ended) last.delete(broker);
			}
		},
	};
}
