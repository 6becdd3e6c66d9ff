// What is seen of nine who live and twelve who died, through traffic, quiet, one entry and quiet again?
import { expect } from "vitest";
import type { MemberLine } from "#lib/core/look.ts";
import type { Reading } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import type { Connection } from "../../system.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { connect, type Fleet, fleetOf } from "./fleet.ts";
import { openAt } from "./own.ts";

/** Every judgement of one moment. */
export type Seen = {
	readonly reading: Reading;
	readonly lines: readonly MemberLine[];
};

export type Simulation = {
	readonly fleet: Fleet;
	/** Reads again and again while entries come, or none, and checks what must hold at every moment. */
	through(
		ms: number,
		entriesEveryMs: number | null,
		alsoAlways?: (now: Seen) => void,
	): Promise<Seen>;
	/** Reads until a moment is as wanted, and checks on the way. */
	until(
		wanted: (now: Seen) => boolean,
		withinMs: number,
		entriesEveryMs?: number | null,
	): Promise<Seen>;
};

const patienceMs = 4000;
const tickMs = 250;
const twelve = Array.from({ length: 12 }, (_, n) => `dead-${n}`);
/** Of the buried: those that hold an entry, and those that hold nothing. */
export const holding = twelve.filter((_, n) => n % 2 === 0);
export const idle = twelve.filter((_, n) => n % 2 === 1);

/** A console whose patience ends soon; it may have been told that connections bear names. */
export const openImpatient = (address: string, isToldNames = false) =>
	openAt(address, {
		...nothingConfigured,
		members: {
			...{ patienceMs: () => patienceMs, shortestMs: patienceMs },
			named: () => isToldNames,
		},
	});

export async function simulate(
	address: string,
	connection: Connection,
	isNamed: boolean,
): Promise<Simulation> {
	const writer = connect(address, "");
	await writer.xgroup("CREATE", "work", "g", "0", "MKSTREAM");
	await writer.xgroup("CREATE", "other", "o", "0", "MKSTREAM");
	const fleet = fleetOf(address, "work", isNamed);
	for (const name of twelve) await fleet.bury(name, holding.includes(name));
	// Pollers first: where blocked readers wait, they would never be served, and not be registered.
	for (const n of [0, 1])
		fleet.start(`poll-${n}`, { blockMs: null, pauseMs: 700, workMs: 10 });
	await served(fleet, writer, 2);
	for (const n of [0, 1, 2])
		fleet.start(`busy-${n}`, { blockMs: 2000, workMs: 60 });
	for (const n of [0, 1, 2])
		fleet.start(`wait-${n}`, { blockMs: 0, workMs: 5 });
	fleet.start("long-0", { blockMs: 0, workMs: 2.5 * patienceMs });
	await served(fleet, writer, 9);
	for (const n of [0, 1]) {
		const other = connect(address, "");
		const wait = ["BLOCK", 0, "STREAMS", "other", ">"] as const;
		void other
			.xreadgroup("GROUP", "o", `other-${n}`, "COUNT", 1, ...wait)
			.catch(() => null);
	}
	for (let n = 0; n < 5; n++) await connect(address, "").set(`page:${n}`, n);
	return watch(connection, fleet);
}

/** Until so many of those who live are registered. */
async function served(
	fleet: Fleet,
	writer: ReturnType<typeof connect>,
	count: number,
) {
	await eventually(
		async () => {
			const list = await writer.xinfo("CONSUMERS", fleet.key, fleet.group);
			const names = (Array.isArray(list) ? list : []).map((it) =>
				String(it[1]),
			);
			const known = names.filter((name) => fleet.living.has(name)).length;
			if (known < count) await fleet.add(1);
			return known >= count || undefined;
		},
		20_000,
		30,
	);
}

/** Another console may watch the same readers. */
export function watch(connection: Connection, fleet: Fleet): Simulation {
	const page = { part: "members", sort: "lag", offset: 0, limit: 100 } as const;
	const where = { broker: "b", kind: "stream", channel: "work", group: "g" };

	async function moment(): Promise<Seen> {
		const { readings } = await connection.read();
		const reading = readings.find(({ channel }) => channel === "work");
		const { members } = await connection.look(where, page);
		if (!reading) throw new Error("The stream is not read");
		const now = { reading, lines: members };
		check(now, fleet);
		return now;
	}

	async function until(
		wanted: (now: Seen) => boolean,
		withinMs: number,
		entriesEveryMs: number | null = null,
	): Promise<Seen> {
		const fromMs = performance.now();
		let added = 0;
		for (;;) {
			const spentMs = performance.now() - fromMs;
			const due = entriesEveryMs === null ? 0 : spentMs / entriesEveryMs;
			if (added < due) await fleet.add(1);
			added = Math.max(added, Math.min(due, added + 1));
			const now = await moment();
			if (wanted(now)) return now;
			if (spentMs > withinMs)
				throw new Error(`Not within ${withinMs} ms`, {
					cause: [now.reading.members, now.lines],
				});
			await new Promise((resolve) => setTimeout(resolve, tickMs));
		}
	}

	return {
		...{ fleet, until },
		through(ms, entriesEveryMs, alsoAlways) {
			const endMs = performance.now() + ms;
			const isOver = (now: Seen) => {
				alsoAlways?.(now);
				return performance.now() >= endMs;
			};
			return until(isOver, Number.POSITIVE_INFINITY, entriesEveryMs);
		},
	};
}

/** Nobody who lives is ever called dead, and the bound never lies below those who are there. */
function check({ reading, lines }: Seen, fleet: Fleet): void {
	const wronged = lines.filter(
		({ name, verdict }) => fleet.living.has(name) && verdict === "dead",
	);
	expect(wronged).toEqual([]);
	const { members } = reading;
	const here = lines.filter(({ name }) => fleet.living.has(name)).length;
	if (members?.live) expect(members.live.n).toBeGreaterThanOrEqual(here);
}

/** What is said of these, each once: "dead", or "dead, unknown". */
export const said = ({ lines }: Seen, names: readonly string[]): string =>
	[
		...new Set(
			lines
				.filter(({ name }) => names.includes(name))
				.map(({ verdict }) => String(verdict)),
		),
	]
		.sort()
		.join(", ");
