// Does a broker that hangs harm anybody but itself?
import { expect, onTestFinished, test, vi } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import { noBystanders } from "#lib/core/bystander.ts";
import { nothingKnown, type Snapshot } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import type { TickWrite } from "#lib/store/store.ts";
import type { Connection } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { type Clocks, clockOf } from "./clock.ts";
import { ledgerOf } from "./ledger.ts";
import { startLoop } from "./loop.ts";

const everyMs = 20;
const empty: Snapshot = {
	readings: [],
	complete: true,
	gone: [],
	troubles: [],
	version: "1",
	bystanders: noBystanders,
	ownShare: null,
	connections: null,
	standing: [],
};
const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };

function loop(
	name: string,
	read: (opened: number) => Promise<Snapshot>,
	deadlineMs = 50,
	refuses: (write: number) => boolean = () => false,
	clocks?: Clocks,
) {
	let writes = 0;
	const ticks: TickWrite[] = [];
	const lines: (readonly [values: object, text: string])[] = [];
	const warn = (...line: (typeof lines)[number]) => void lines.push(line);
	const errors: (typeof lines)[number][] = [];
	const error = (...line: (typeof lines)[number]) => void errors.push(line);
	let opened = 0;
	let closed = 0;
	const open = (): Connection => {
		const mine = ++opened;
		return {
			read: () => read(mine),
			look: () => Promise.reject(new Error("not asked here")),
			close: async () => void closed++,
		};
	};
	const broker = { name, system: "log", address: "log://127.0.0.1:1", everyMs };
	const started = startLoop({
		broker: name,
		everyMs,
		deadlineMs,
		ledger: ledgerOf(broker, [], null),
		open,
		write: async (tick) => {
			if (refuses(writes++)) throw new Error("database is locked");
			ticks.push(tick);
		},
		log: { ...log, warn, error },
		clock: clockOf(log, clocks),
	});
	onTestFinished(() => started.stop());
	return { ticks, lines, errors, opened: () => opened, closed: () => closed };
}

test("a library that never answers is given up by our own clock, and its connection replaced", async () => {
	const never = new Promise<Snapshot>(silent);
	const hung = loop("hung", (opened) =>
		opened === 1 ? never : Promise.resolve(empty),
	);
	const well = loop("well", () => Promise.resolve(empty));
	await vi.waitFor(
		() => expect(hung.ticks[0]?.broker.trouble?.code).toBe("no answer"),
		3000,
	);
	expect(well.ticks.length).toBeGreaterThan(3);
	expect([hung.opened(), hung.closed()]).toEqual([2, 1]);
	await vi.waitFor(
		() => expect(hung.ticks.at(-1)?.broker.trouble).toBeNull(),
		3000,
	);
});

test("what the adapter says is the trouble is the trouble", async () => {
	const refused = trouble("sign-in refused", "WRONGPASS");
	const { ticks, opened } = loop("shut", () =>
		Promise.reject(new TroubleError(refused)),
	);
	await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(2), 3000);
	expect(ticks.every((tick) => tick.broker.trouble === refused)).toBe(true);
	expect(opened()).toBe(1);
});

test("a trouble is logged once, with what is wrong and what to check", async () => {
	const refused = trouble("sign-in refused", "WRONGPASS");
	const { ticks, lines } = loop("shut", () =>
		Promise.reject(new TroubleError(refused)),
	);
	await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(2), 3000);
	expect(lines).toEqual([
		[
			expect.objectContaining({
				...{ broker: "shut", code: "sign-in refused", detail: "WRONGPASS" },
				check: expect.stringContaining("Check both"),
			}),
			"shut refuses the user or the password",
		],
	]);
});

test("what a broker says of itself cannot hide or move anything in a line of the log", async () => {
	const odd = "\u009b2J\u202egpj";
	const { lines } = loop("sly", () =>
		Promise.reject(new TroubleError(trouble("not allowed", odd, odd))),
	);
	await vi.waitFor(() => expect(lines.length).toBeGreaterThan(0), 3000);
	const seen = "\\u009b2J\\u202egpj";
	const [[values, text] = [{}, ""]] = lines;
	expect(values).toMatchObject({ part: seen, detail: seen });
	expect(text).toContain(`sly, ${seen}, `);
	expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("a bug in an adapter is a broker in trouble, not a dead collector", async () => {
	const { ticks, errors } = loop("odd", () =>
		Promise.reject(new TypeError("secret://user:password@host")),
	);
	await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(1), 3000);
	expect(ticks[0]?.broker.trouble).toEqual(trouble("not understood"));
	expect(JSON.stringify(errors)).toContain("TypeError");
	expect(JSON.stringify(errors)).not.toContain("password");
});

test("what the store could not take is written with the next tick, and is no trouble of the broker", async () => {
	const reading = {
		...nothingKnown,
		...{ kind: "topic", channel: "orders", group: "mailer", atMs: 1 },
	};
	const { ticks } = loop(
		"full",
		() => Promise.resolve({ ...empty, readings: [reading] }),
		50,
		(write) => write === 0,
	);
	await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(1), 3000);
	expect(ticks.map(({ rows }) => rows.map(({ group }) => group))).toEqual([
		["mailer"],
		...ticks.slice(1).map(() => []),
	]);
	expect(ticks.every(({ broker }) => broker.trouble === null)).toBe(true);
});

test("ticks of one broker never overlap", async () => {
	let running = 0;
	let most = 0;
	const slow = async () => {
		most = Math.max(most, ++running);
		await new Promise((resolve) => setTimeout(resolve, 2 * everyMs));
		running--;
		return empty;
	};
	const { ticks } = loop("slow", slow, 1000);
	await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(2), 3000);
	expect(most).toBe(1);
});

test("a clock that is set while a broker answers: that answer is asked for again, and what was known is dated anew", async () => {
	let wallMs = Date.UTC(2026, 0, 1);
	let reads = 0;
	const hourMs = 3_600_000;
	const one = { ...nothingKnown, kind: "topic", channel: "orders", group: "a" };
	const { ticks } = loop(
		"set",
		async () => {
			reads++;
			const atMs = wallMs;
			if (reads === 3) wallMs -= hourMs;
			return { ...empty, readings: [{ ...one, atMs, lag: exactly(0) }] };
		},
		...([50, () => false] as const),
		{ wallMs: () => wallMs, steadyMs: () => 0 },
	);
	await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(2));
	const [first, , third] = ticks;
	expect(third?.broker.heardMs).toBe((first?.broker.heardMs ?? 0) - hourMs);
	expect(third?.rows).toHaveLength(1);
	expect(third?.rows[0]?.sinceMs).toBe((first?.rows[0]?.sinceMs ?? 0) - hourMs);
	expect(third?.history?.[0]?.atMs).toBe(wallMs);
});
