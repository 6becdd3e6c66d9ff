// How much of the server's time went into our own questions? Its books, divided by what we know that we asked.
import type { OwnShare } from "#lib/core/own-share.ts";
import { fieldOf } from "./version.ts";

export type Books = {
	/** The server's clock. */
	readonly atMs: number;
	/** Of its processors, by everything it did. */
	readonly spentMs: number;
	readonly commands: ReadonlyMap<string, CommandBook>;
	/** What we asked so far over this connection. */
	readonly ours: ReadonlyMap<string, number>;
};

type CommandBook = { readonly calls: number; readonly spentMs: number };

/** `info` holds the sections cpu and commandstats; null where they are not told. */
export function booksOf(
	info: string,
	atMs: number,
	ours: ReadonlyMap<string, number>,
): Books | null {
	const user = Number(fieldOf(info, "used_cpu_user") ?? Number.NaN);
	const system = Number(fieldOf(info, "used_cpu_sys") ?? Number.NaN);
	if (Number.isNaN(user + system)) return null;
	const commands = new Map<string, CommandBook>();
	const lines = info.matchAll(/^cmdstat_(\S+):calls=(\d+),usec=(\d+)/gm);
	for (const [, name = "", calls, micros] of lines)
		commands.set(name.toUpperCase().replace("|", " "), {
			calls: Number(calls),
			spentMs: Number(micros) / 1000,
		});
	return {
		...{ atMs, spentMs: (user + system) * 1000, commands },
		ours: new Map(ours),
	};
}

/**
 * A command's time is ours by the part of its calls that we made. What the server spent outside of commands, on reading
 * and writing and on itself, is divided by the part of all calls: on a server that only we ask, all of it is ours.
 */
export function shareOf(before: Books | null, now: Books): OwnShare | null {
	if (before === null || now.atMs <= before.atMs) return null;
	const spentMs = now.spentMs - before.spentMs;
	let [oursMs, oursCalls, allMs, allCalls] = [0, 0, 0, 0];
	for (const [name, book] of now.commands) {
		const past = before.commands.get(name) ?? { calls: 0, spentMs: 0 };
		const calls = book.calls - past.calls;
		const commandMs = book.spentMs - past.spentMs;
		// The server was started again, or somebody set its books to zero.
		if (calls < 0 || commandMs < 0) return null;
		const asked = askedIn(now.ours, name) - askedIn(before.ours, name);
		const mine = Math.max(0, Math.min(calls, asked));
		allMs += commandMs;
		allCalls += calls;
		oursCalls += mine;
		if (calls > 0) oursMs += commandMs * (mine / calls);
	}
	if (spentMs < 0 || oursCalls === 0) return null;
	const aroundMs = Math.max(0, spentMs - allMs) * (oursCalls / allCalls);
	return {
		busyMs: Number((oursMs + aroundMs).toFixed(3)),
		overMs: now.atMs - before.atMs,
	};
}

/** Before 7.0 its books do not tell `XINFO GROUPS` from `XINFO STREAM`. */
function askedIn(ours: ReadonlyMap<string, number>, name: string): number {
	let asked = 0;
	for (const [question, calls] of ours)
		if (question === name || question.startsWith(`${name} `)) asked += calls;
	return asked;
}
