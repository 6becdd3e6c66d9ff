// How long may something take? A race of our own, for a library that may never answer.

export class Overdue extends Error {
	constructor(afterMs: number) {
		super(`no answer within ${afterMs} ms`);
		this.name = "Overdue";
	}
}

/** Rejects with Overdue after that time; what was asked goes on in nobody's hearing. */
export function within<T>(afterMs: number, asked: Promise<T>): Promise<T> {
	const { promise, resolve, reject } = Promise.withResolvers<T>();
	const timer = setTimeout(() => reject(new Overdue(afterMs)), afterMs);
	asked.then(resolve, reject).finally(() => clearTimeout(timer));
	return promise;
}
