// What does a million held entries look like at once, and counted? And what does either cost the server?
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { anyPending, type PendingWish } from "#lib/core/pending.ts";
import type { Survey } from "#lib/core/survey.ts";
import { eventually } from "#world/eventually.ts";
import { ask } from "../../connection/ask.ts";
import { ownRedis } from "../../for-tests/own.ts";
import { openHoldingLooks } from "../../looks/holding.ts";

const own = ownRedis({ settings: ["--appendonly", "no"] });
const where = { broker: "b", kind: "stream", channel: "s", group: "g" };

/**
 * A thousand entries 50 ms apart: 900 for one member, 100 for another, and one in twenty delivered four times.
 * KEYS 1 stream  ARGV 1 ms of the first  2 how long they have been idle, in ms
 */
const thousand = `
local claims = { many = {}, few = {} }
for i = 0, 999 do
	local id = string.format('%.0f-0', ARGV[1] + i * 50)
	redis.call('XADD', KEYS[1], id, 'n', i)
	local owner = i < 900 and 'many' or 'few'
	if i % 20 == 7 then table.insert(claims[owner], id) end
end
redis.call('XREADGROUP', 'GROUP', 'g', 'many', 'COUNT', 900, 'STREAMS', KEYS[1], '>')
redis.call('XREADGROUP', 'GROUP', 'g', 'few', 'COUNT', 100, 'STREAMS', KEYS[1], '>')
for owner, ids in pairs(claims) do
	local args = { 'XCLAIM', KEYS[1], 'g', owner, 0, unpack(ids) }
	for _, arg in ipairs({ 'IDLE', ARGV[2], 'RETRYCOUNT', 4, 'JUSTID' }) do table.insert(args, arg) end
	redis.call(unpack(args))
end
if tonumber(ARGV[2]) > 0 then
	local rows = redis.call('XPENDING', KEYS[1], 'g', string.format('%.0f-0', ARGV[1]), '+', 1000)
	for _, row in ipairs(rows) do
		if row[4] == 1 then redis.call('XCLAIM', KEYS[1], 'g', row[2], 0, row[1], 'IDLE', ARGV[2], 'RETRYCOUNT', 1, 'JUSTID') end
	end
end`;

const hourMs = 3_600_000;

/** The first fifth of them has been idle for an hour. */
async function hold(thousands: number): Promise<void> {
	const { client } = own();
	await client.xgroup("CREATE", "s", "g", "0", "MKSTREAM");
	const beginMs = Date.now() - thousands * 50_000;
	for (let i = 0; i < thousands; i++) {
		const idleMs = i < thousands / 5 ? hourMs : 0;
		await client.eval(thousand, 1, "s", beginMs + i * 50_000, idleMs);
	}
}

/** The looks of a connection, with pages as often as the test wants them. */
function looks(everyMs: number) {
	const client = new Redis(own().world.address);
	const holding = openHoldingLooks((all) => ask(client, "", all), everyMs);
	onTestFinished(() => {
		holding.close();
		client.disconnect();
	});
	return async (wish: Partial<PendingWish>): Promise<Survey> => {
		const { survey } = await holding.look(where, {
			...{ part: "survey", sort: "lag", offset: 0, limit: 1 },
			pending: { ...anyPending, ...wish },
		});
		if (survey === null) throw new Error("no survey");
		return survey;
	};
}

/** As a screen asks again and again how far it has come. */
const counted = (look: ReturnType<typeof looks>, wish: Partial<PendingWish>) =>
	eventually(async () => {
		const survey = await look({ ...wish, whole: true });
		if (survey.bound === "exact") return survey;
		expect(survey.counted).toBeLessThanOrEqual(survey.total);
		return undefined;
	}, 120_000);

type Slow = { readonly micros: number; readonly args: readonly string[] };

/** Every command the server ran meanwhile. */
async function commandsOf(work: () => Promise<unknown>): Promise<Slow[]> {
	const { client } = own();
	await client.config("SET", "slowlog-max-len", 100_000);
	await client.config("SET", "slowlog-log-slower-than", 0);
	await client.call("SLOWLOG", "RESET");
	await work();
	const log = await client.call("SLOWLOG", "GET", -1);
	await client.config("SET", "slowlog-log-slower-than", -1);
	if (!Array.isArray(log)) throw new Error("no log of commands");
	return log.map(([, , micros, args]) => ({ micros, args }));
}

const isPending = ({ args }: Slow) => args[0] === "xpending" && args.length > 3;
const sorted = (all: readonly Slow[]) =>
	all.map(({ micros }) => micros).sort((a, b) => a - b);
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
const share = (n: number | undefined, { total }: Survey) =>
	(100 * (n ?? 0)) / total;

const total = 1_000_000;

test("a million entries are seen at once, about, and exactly by whoever waits; no question holds the server up", async () => {
	await hold(1_000);
	const look = looks(0);
	const { client } = own();
	// What passing everything costs, in pages ten times as long as ours.
	const long = await commandsOf(async () => {
		for (let i = 0; i < 9; i++)
			await client.xpending("s", "g", "-", "+", 10_000);
	});
	const longMicros = sorted(long.filter(isPending))[4] ?? 0;

	const seen: Survey[] = [];
	const sampling = (
		await commandsOf(async () => seen.push(await look({})))
	).filter(isPending);
	const [survey] = seen;
	if (!survey) throw new Error("no survey");
	expect(survey).toMatchObject({ total, bound: "about", counted: null });
	expect(survey.seen).toBeLessThan(5_000);
	expect(Math.abs(share(survey.idle[3], survey) - 20)).toBeLessThan(5);
	expect(Math.abs(share(survey.deliveries[2], survey) - 5)).toBeLessThan(3);
	expect(survey.deliveriesMax).toEqual({ n: 4, bound: "at least" });
	expect(survey.idleMaxMs?.bound).toBe("at least");
	expect(survey.idleMaxMs?.n).toBeGreaterThanOrEqual(hourMs);
	expect(sum(survey.written)).toBeGreaterThan(total * 0.999);
	const olderThanTwoHours = (100 * (total * 50 - 2 * hourMs)) / (total * 50);
	const written = share(survey.written[4], survey);
	expect(Math.abs(written - olderThanTwoHours)).toBeLessThan(5);
	expect(survey.holders).toEqual([
		{ member: "many", holding: 900_000 },
		{ member: "few", holding: 100_000 },
	]);
	const countOf = ({ args }: Slow) => Number(args[5]);
	expect(Math.max(...sampling.map(countOf))).toBeLessThanOrEqual(1_000);
	expect(sum(sorted(sampling))).toBeLessThan(longMicros * 25);

	let whole = survey;
	const counting = (
		await commandsOf(async () => {
			whole = await counted(look, {});
		})
	).filter(isPending);
	expect(whole).toMatchObject({ total, seen: total, bound: "exact" });
	expect(whole.deliveries).toEqual([950_000, 0, 50_000, 0, 0, 0]);
	expect(whole.idle[3]).toBe(200_000);
	expect(sum(whole.idle)).toBe(total);
	expect(whole.deliveriesMax).toEqual({ n: 4, bound: "exact" });
	expect(Math.max(...counting.map(countOf))).toBe(1_000);
	// A busy machine may stop the server in the middle of any command: of ten, nine are judged.
	const micros = sorted([...sampling, ...counting]);
	const usually = micros[Math.floor(micros.length * 0.9)] ?? 0;
	expect(usually).toBeLessThan(longMicros / 2);
	process.stdout.write(
		`a million held: ${sampling.length} questions and ${sum(sorted(sampling))} µs for a sample of ${survey.seen}, ` +
			`${sum(sorted(counting))} µs to count; usual ${usually} µs, longest ${micros.at(-1)} µs, 10,000 rows ${longMicros} µs\n`,
	);
}, 180_000);

test("what one member holds is sampled and counted alone", async () => {
	await hold(20);
	const look = looks(0);
	const about = await look({ member: "few" });
	expect(about).toMatchObject({ total: 2_000, bound: "about" });
	expect(Math.abs(share(about.idle[3], about) - 20)).toBeLessThan(8);
	const whole = await counted(look, { member: "few" });
	expect(whole).toMatchObject({ total: 2_000, seen: 2_000 });
	expect(whole.deliveries).toEqual([1_900, 0, 100, 0, 0, 0]);
	expect(whole.idle[3]).toBe(400);
});

test("a few are counted at once, and nothing held is nothing", async () => {
	await hold(1);
	const look = looks(100);
	expect(await look({})).toMatchObject({
		...{ total: 1_000, seen: 1_000, bound: "exact", counted: null },
		deliveriesMax: { n: 4, bound: "exact" },
	});
	expect(await look({ whole: true })).toMatchObject({ bound: "exact" });
	await own().client.xgroup("DESTROY", "s", "g");
	await own().client.xgroup("CREATE", "s", "g", "$");
	expect(await look({})).toMatchObject({
		...{ total: 0, seen: 0, bound: "exact", holders: [] },
		...{ deliveriesMax: null, idleMaxMs: null },
	});
});

test("entries of very few milliseconds, thousands in each, are seen as well", async () => {
	const { client } = own();
	await client.xgroup("CREATE", "s", "g", "0", "MKSTREAM");
	const ms = Date.now() - 7_200_500;
	await client.eval(
		`for i = 0, 19999 do redis.call('XADD', KEYS[1], string.format('%.0f-%d', ARGV[1] + math.floor(i / 5000), i % 5000 + 1), 'n', i) end
		redis.call('XREADGROUP', 'GROUP', 'g', 'a', 'COUNT', 15000, 'STREAMS', KEYS[1], '>')
		redis.call('XREADGROUP', 'GROUP', 'g', 'b', 'COUNT', 5000, 'STREAMS', KEYS[1], '>')
		for _, row in ipairs(redis.call('XPENDING', KEYS[1], 'g', '-', '+', 5000)) do
			redis.call('XCLAIM', KEYS[1], 'g', 'a', 0, row[1], 'RETRYCOUNT', 7, 'JUSTID')
		end`,
		...[1, "s", ms],
	);
	const survey = await looks(0)({});
	expect(survey).toMatchObject({ total: 20_000, bound: "about" });
	expect(Math.abs(share(survey.deliveries[3], survey) - 25)).toBeLessThan(5);
	expect(share(survey.written[4], survey)).toBeGreaterThan(99);
});
