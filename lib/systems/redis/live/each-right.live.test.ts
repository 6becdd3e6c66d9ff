// What is lost without each single right of those our documents ask for, and is it told?
import { expect, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { checkSentence, troubleSentence } from "#lib/say/sentence.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { commandsOf, readsKeys } from "../for-tests/viewer.ts";

const own = ownRedis();
const address = (database = "") =>
	`${own().world.address.replace("//", "//viewer:pass@")}${database}`;

const documentedRights = () => commandsOf(own().version);

async function viewerWith(rights: readonly string[]) {
	await own().client.call(
		...(["ACL", "SETUSER", "viewer", "reset", "on", ">pass"] as const),
		...[readsKeys(own().version, "*"), "-@all"],
		...rights.map((right) => `+${right}`),
	);
}

/** One group holds a message, and since one was deleted ahead of both, what waits must be counted. */
async function scene(client = own().client) {
	for (let i = 1; i <= 6; i++) await client.xadd("work", `${i}-0`, "n", i);
	await client.xgroup("CREATE", "work", "holds", "0");
	await client.xreadgroup(
		...(["GROUP", "holds", "one", "COUNT", 1] as const),
		...(["STREAMS", "work", ">"] as const),
	);
	await client.xgroup("CREATE", "work", "counted", "2-0");
	await client.xdel("work", "4-0");
}

type Known = "lag of holds" | "lag of counted" | "oldest held" | "version";
const all: readonly Known[] = [
	...(["lag of holds", "lag of counted"] as const),
	...(["oldest held", "version"] as const),
];

function knownIn({ readings, version }: Snapshot): Known[] {
	const of = (group: string) => readings.find((it) => it.group === group);
	const known = {
		"lag of holds": of("holds")?.lag?.bound === "exact",
		"lag of counted": of("counted")?.lag?.bound === "exact",
		"oldest held": (of("holds")?.oldestHeldMs ?? null) !== null,
		version: version !== null,
	};
	return all.filter((name) => known[name]);
}

const without = (...lost: Known[]) => all.filter((it) => !lost.includes(it));

/** The right taken away, the question that is then refused, and what is still known. */
const table: Record<string, { told: string[]; known: readonly Known[] }> = {
	info: { told: ["INFO"], known: without("version") },
	time: { told: ["TIME"], known: all },
	scan: { told: ["SCAN"], known: ["version"] },
	xlen: { told: ["XLEN"], known: all },
	xpending: { told: ["XPENDING"], known: without("oldest held") },
	xrange: {
		told: ["XRANGE"],
		known: without("lag of holds", "lag of counted"),
	},
	pttl: { told: ["PTTL"], known: all },
	// Queues of programs are looked for by it on every server.
	exists: { told: ["EXISTS"], known: all },
	"client|list": { told: ["CLIENT LIST"], known: all },
};

/** Asked for by nothing that is known here, or only to name our connection. */
const unfelt = [
	...["ping", "role", "type", "xrevrange", "select"],
	...["client|id", "client|setname", "client|setinfo"],
	// These are about lists (lists-rights.live.test.ts).
	...["llen", "lindex", "lrange", "zcard", "zcount", "zrange"],
	...["sscan", "hget"],
	// Asked only where somebody listens: broadcast-bounds.live.test.ts takes it away there.
	"pubsub",
];

test("with all of them everything is known and nothing is told", async () => {
	await scene();
	await viewerWith(documentedRights());
	const snapshot = await openAt(address()).read();
	expect(snapshot.troubles).toEqual([]);
	expect(knownIn(snapshot)).toEqual(all);
});

test("every documented right is tried", () => {
	const tried = [...Object.keys(table), ...unfelt, "xinfo"];
	expect(documentedRights().filter((it) => !tried.includes(it))).toEqual([]);
});

test.each(unfelt)("without %s nothing is missed", async (right) => {
	await scene();
	await viewerWith(documentedRights().filter((it) => it !== right));
	const snapshot = await openAt(address()).read();
	expect(knownIn(snapshot)).toEqual(all);
	expect(snapshot.troubles).toEqual([]);
});

test.each(Object.entries(table))(
	"without %s only what rests on it is unknown, and that is told",
	async (right, { told, known }) => {
		await scene();
		await viewerWith(documentedRights().filter((it) => it !== right));
		const snapshot = await openAt(address()).read();
		expect(knownIn(snapshot)).toEqual(known);
		expect(
			snapshot.troubles.map(
				({ part, code }) => `${part} ${troubleSentence(en, code)}`,
			),
		).toEqual(told.map((part) => `${part} may not be asked by this user`));
		for (const { code, detail } of snapshot.troubles) {
			expect(detail).toContain("NOPERM");
			expect(checkSentence(en, code)).toContain("docs/connecting.md");
		}
	},
);

test("without xinfo every row says why it is unknown", async () => {
	await scene();
	await viewerWith(documentedRights().filter((it) => it !== "xinfo"));
	const { readings, troubles } = await openAt(address()).read();
	expect(readings).toMatchObject([
		{
			...{ channel: "work", group: null, lag: null },
			trouble: { code: "right missing", part: "XINFO GROUPS" },
		},
	]);
	expect(troubles).toMatchObject([{ part: "XINFO GROUPS" }]);
});

test("without select another database than the first cannot be read at all", async () => {
	await viewerWith(documentedRights().filter((it) => it !== "select"));
	await expect(openAt(address("/1")).read()).rejects.toMatchObject({
		trouble: { code: "right missing", part: "SELECT" },
	});
});

test("what was known is read on when the right to find more is taken away, and told until it is back", async () => {
	await scene();
	await viewerWith(documentedRights());
	const connection = openAt(address());
	await connection.read();
	await viewerWith(documentedRights().filter((it) => it !== "xpending"));
	await own().client.xreadgroup(
		...(["GROUP", "holds", "one", "COUNT", 1] as const),
		...(["STREAMS", "work", ">"] as const),
	);
	const less = await connection.read();
	expect(less.troubles).toMatchObject([{ part: "XPENDING" }]);
	expect(less.readings).toMatchObject([{}, { holding: 2 }]);
	await viewerWith(documentedRights());
	await own().client.xreadgroup(
		...(["GROUP", "holds", "one", "COUNT", 1] as const),
		...(["STREAMS", "work", ">"] as const),
	);
	expect((await connection.read()).troubles).toEqual([]);
});
