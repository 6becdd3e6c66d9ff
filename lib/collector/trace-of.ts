// What may a log say of an error nobody expected? Its kind and the places it passed: its words may carry what was sent.
import { StoreRefusal } from "#lib/store/refusal.ts";

/** The store's own codes are numbers of the engine, and tell a full disk from a locked file. */
export function traceOf(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	// Its sentence is ours, and written for whoever reads the log.
	if (error instanceof StoreRefusal) return error.message;
	const places = (error.stack ?? "")
		.split("\n")
		.filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line));
	return [nameOf(error), ...places].join("\n");
}

function nameOf(error: Error): string {
	const kind = error.constructor.name;
	const code = [
		"code" in error ? error.code : null,
		"errcode" in error ? error.errcode : null,
	].filter(
		(it) =>
			typeof it === "number" ||
			(typeof it === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(it)),
	);
	return [kind, ...code].join(" ");
}
