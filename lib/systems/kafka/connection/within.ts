// How long is an answer waited for? Until a moment on the clock of `performance.now()`.
import { Silence } from "./trouble-of.ts";

export function within<T>(promise: Promise<T>, untilMs: number): Promise<T> {
	const { promise: silence, reject } = Promise.withResolvers<never>();
	const leftMs = Math.max(0, untilMs - performance.now());
	const timer = setTimeout(() => reject(new Silence("no answer")), leftMs);
	return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}
