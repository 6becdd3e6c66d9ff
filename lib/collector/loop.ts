// When is a broker asked? In a loop of its own, with a deadline of its own: nobody else waits for it.
import { setTimeout as after } from "node:timers/promises";
import type { Trouble } from "#lib/core/trouble.ts";
import { trouble } from "#lib/core/trouble.ts";
import { checks } from "#lib/say/en/checks.ts";
import { troubles as english } from "#lib/say/en/troubles.ts";
import { shown } from "#lib/say/name.ts";
import type { TickWrite } from "#lib/store/store.ts";
import type { Connection } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { Clock } from "./clock.ts";
import { Overdue, within } from "./deadline.ts";
import type { Ledger } from "./ledger.ts";
import type { Log } from "./log.ts";
import { owing } from "./owing.ts";
import { traceOf } from "./trace-of.ts";

export type LoopParts = {
	readonly everyMs: number;
	readonly deadlineMs: number;
	readonly ledger: Ledger;
	open(): Connection;
	write(tick: TickWrite): Promise<void>;
	readonly log: Log;
	readonly broker: string;
	readonly clock: Clock;
};

type Told = {
	readonly change: TickWrite;
	readonly troubles: readonly Trouble[];
};

export type Loop = {
	/** The connection of this moment: it is replaced when it stops answering. */
	connection(): Connection;
	stop(): Promise<void>;
};

/** The adapter's own deadline should fire first; ours is for the one that does not honour it. */
const patienceMs = 500;
const mentionedMax = 10;

export function startLoop(parts: LoopParts): Loop {
	const { everyMs, deadlineMs, ledger, log, broker } = parts;
	const ended = new AbortController();
	let connection = parts.open();
	const write = owing(parts.write);
	let said = "[]";
	const { clock } = parts;
	clock.whenSet((byMs) => ledger.clockSet(byMs));

	/** A store that cannot be written is no trouble of the broker, so its errors pass by here. */
	async function tick(): Promise<void> {
		const it = await told();
		if (it === null) return;
		await write(it.change);
		mention(it.troubles);
	}

	async function told(): Promise<Told | null> {
		const timesSet = clock.timesSet();
		try {
			const snapshot = await within(deadlineMs + patienceMs, connection.read());
			if (ended.signal.aborted) return null;
			// Perhaps read by two clocks: what that means nobody knows, and it is soon read again.
			if (clock.timesSet() !== timesSet) return await told();
			const { troubles } = snapshot;
			return { change: ledger.heard(snapshot, clock.wallMs()), troubles };
		} catch (error) {
			if (ended.signal.aborted) return null;
			if (error instanceof Overdue) replace();
			const reason = troubleOf(error);
			if (reason.code === "not understood")
				log.error({ broker, error: traceOf(error) }, "tick failed");
			clock.timesSet();
			const change = ledger.failed(reason, clock.wallMs());
			return { change, troubles: [reason] };
		}
	}

	/** Nobody waits for the old one: it already showed that it does not answer. */
	function replace(): void {
		void connection.close().catch(() => undefined);
		connection = parts.open();
	}

	/** One line when something changes, not one a tick: what is wrong, and what to check. */
	function mention(troubles: readonly Trouble[]): void {
		const now = JSON.stringify(troubles);
		if (now === said) return;
		said = now;
		if (troubles.length === 0) log.info({ broker }, "broker answers");
		for (const { code, ...quoted } of troubles.slice(0, mentionedMax)) {
			const part = visible(quoted.part);
			const detail = visible(quoted.detail);
			const check = checks[code];
			const where = part === "" ? broker : `${broker}, ${part},`;
			log.warn(
				{ broker, code, part, detail, check },
				`${where} ${english[code]}`,
			);
		}
	}

	const running = (async () => {
		while (!ended.signal.aborted) {
			const startedMs = performance.now();
			await tick().catch((error) =>
				log.error({ broker, error: traceOf(error) }, "tick not written"),
			);
			const tookMs = performance.now() - startedMs;
			const restMs = Math.max(everyMs - tookMs, everyMs / 5);
			await after(restMs, undefined, { signal: ended.signal }).catch(() => {});
		}
	})();

	return {
		connection: () => connection,
		async stop() {
			ended.abort();
			await within(1500, connection.close()).catch(() => undefined);
			await within(1500, running).catch(() => undefined);
		},
	};
}

/** A broker chose these words: on a terminal they may neither hide nor move anything. */
const visible = (text: string): string => (text === "" ? "" : shown(text));

function troubleOf(error: unknown): Trouble {
	if (error instanceof TroubleError) return error.trouble;
	if (error instanceof Overdue) return trouble("no answer", error.message);
	return trouble("not understood");
}
