// Does the board say who is stopped, stalled and losing as soon as is documented, and take it back, while it happens in real time?
import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { readingsIn, recordOf, saidLast } from "./record.ts";
import { expect, type Stage, test } from "./stage.ts";
import { kafkaTale, redisTale, type Tale } from "./tales.ts";

test.use({ every: "5s" });

/** Only so that a broken test ends: how soon something was said is asked of the record. */
const patient = { timeout: 420_000 };
const minuteMs = 60_000;

/** Where a log begins is asked of Kafka every half minute. */
const systems = [
	{ system: "Kafka", taleOf: kafkaTale, removalSeenMs: minuteMs / 2 },
	{ system: "Redis", taleOf: redisTale, removalSeenMs: 0 },
] as const;

type Seen = {
	readonly tale: Tale;
	/** How long a removal may stay unseen, however often the broker is asked. */
	readonly removalSeenMs: number;
	readonly request: APIRequestContext;
	says(verdict: string, reason: string | RegExp): Promise<void>;
};

/** Nobody is listed any more. */
async function stopped({ tale, request, says }: Seen): Promise<void> {
	await tale.leave();
	const leftMs = Date.now();
	await says("stopped", "No members");
	await tale.read();
	await says("healthy", "caught up");

	const record = await recordOf(request, tale.channel);
	const saidMs = saidLast(record, "stopped");
	const after = readingsIn(record, leftMs, saidMs);
	const without = after.filter(({ registered }) => registered === 0);
	// A reading may have been under way while it left.
	expect(after.length - without.length).toBeLessThanOrEqual(1);
	// The third, unless the three came in less than nine seconds.
	const [first] = without;
	const due = without.findIndex(
		({ atMs }, i) => i >= 2 && atMs - (first?.atMs ?? 0) >= 9000,
	);
	expect(due).toBe(without.length - 1);
	expect(due).toBeLessThanOrEqual(3);
}

/** It is there, and does nothing. */
async function stalled({ tale, request, says }: Seen): Promise<void> {
	await tale.rest();
	const restedMs = Date.now();
	await says("stalled", /Nothing has moved for .*1.member registered/);
	await tale.read();
	await says("healthy", "caught up");

	const record = await recordOf(request, tale.channel);
	const saidMs = saidLast(record, "stalled");
	const still = readingsIn(record, restedMs, saidMs);
	expect(still.every(({ registered }) => registered === 1)).toBe(true);
	expect(saidMs - restedMs).toBeLessThanOrEqual(6 * minuteMs);
	const before = record.said.filter(({ atMs }) => atMs < saidMs);
	expect(before.map(({ verdict }) => verdict)).not.toContain("stalled");
}

/** What it has not read will be removed: a minute after more than half of its time is gone, at the latest. */
async function losingSoon({ tale, request, says }: Seen): Promise<void> {
	await tale.rest();
	const restedMs = Date.now();
	await says("losing", "Loses unread messages in about");
	await tale.read();
	await says("healthy", "caught up");

	const record = await recordOf(request, tale.channel);
	const saidMs = saidLast(record, "losing");
	const until = readingsIn(record, restedMs, saidMs);
	// Told in whole seconds; where the age is not known at the reading that says it, no earlier one showed the half.
	const half = until.find(
		({ timeLagSeconds: waited, marginSeconds: left }) =>
			waited !== null && left !== null && waited + 1 >= left,
	);
	expect(until).not.toEqual([]);
	expect(saidMs - (half?.atMs ?? saidMs)).toBeLessThanOrEqual(minuteMs);
}

/** What it has not read was removed, and is told for a quarter of an hour though it reads on. */
async function losing({ tale, request, says, ...it }: Seen): Promise<void> {
	await tale.rest();
	const lag = async () =>
		(await recordOf(request, tale.channel)).readings.at(-1)?.lag;
	await expect.poll(lag, patient).toBeGreaterThan(5);
	await tale.remove();
	const removedMs = Date.now();
	await says("losing", "removed before this group read them");

	const record = await recordOf(request, tale.channel);
	const unseenUntilMs = removedMs + it.removalSeenMs;
	const after = readingsIn(record, unseenUntilMs, saidLast(record, "losing"));
	// One may have been under way.
	expect(after.length).toBeLessThanOrEqual(2);
}

const plots = [
	{ name: "leaves", tell: stopped },
	{ name: "rests", tell: stalled },
	{ name: "is-late", tell: losingSoon, isShortLived: true },
	{ name: "is-robbed", tell: losing },
] as const;

async function seen(
	stage: Stage,
	page: Page,
	id: string,
	{ plot, of }: { plot: (typeof plots)[number]; of: (typeof systems)[number] },
): Promise<() => Promise<void>> {
	const { name, tell, ...given } = plot;
	const channel = `${id}-${name}-${of.system}`;
	const { removalSeenMs } = of;
	const tale = await of.taleOf(stage, { channel, ...given });
	await tale.read();
	const row = new BoardPage(page).row(channel);
	const says: Seen["says"] = async (verdict, reason) => {
		await expect(row).toContainText(verdict, patient);
		await expect(row).toContainText(reason, patient);
	};
	const { request } = page;
	return async () => {
		try {
			await says("healthy", "caught up");
			await readOften(request, channel);
			await tell({ tale, removalSeenMs, request, says });
		} finally {
			await tale.end();
		}
	};
}

/** Often enough that it is known to read often. */
async function readOften(request: APIRequestContext, channel: string) {
	const rises = async () => {
		const { readings } = await recordOf(request, channel);
		return readings.filter(
			({ departed }, i) =>
				(departed ?? 0) > (readings[i - 1]?.departed ?? Number.NaN),
		).length;
	};
	await expect.poll(rises, patient).toBeGreaterThanOrEqual(7);
}

test("an operator sees on either system who stops, stalls and loses, as soon as documented, and that they are well again", async ({
	page,
	stage,
}) => {
	test.setTimeout(600_000);
	const id = `tale-${randomUUID().slice(0, 8)}`;
	const tales = systems.flatMap((of) =>
		plots.map((plot) => seen(stage, page, id, { plot, of })),
	);
	await page.goto(`/?filter=${encodeURIComponent(`channel:${id}-*`)}`);
	await Promise.all(tales.map(async (tale) => (await tale)()));
});
