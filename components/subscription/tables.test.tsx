// What does somebody see of partitions and members when the broker was looked at?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { MemberTable } from "./members.tsx";
import { PartitionTable } from "./partition-table.tsx";
import { Settings } from "./settings.tsx";

const atMs = Date.parse("2026-11-21T12:00:00.000Z");

const line = (partition: number, lag: number | null, owner: string | null) => ({
	partition,
	lag,
	owner,
	position: 1,
	start: 0,
	end: 9,
	timeLagMs: null,
	marginMs: null,
	moved: null,
	state: null,
});

const table = (
	lines: Parameters<typeof PartitionTable>[0]["lines"],
	isKept = false,
) =>
	renderToStaticMarkup(
		<SpokenEn>
			<PartitionTable
				lines={lines}
				isKept={isKept}
				atMs={atMs}
				sort="timeLag"
				onSort={() => {}}
			/>
		</SpokenEn>,
	).replaceAll("\u00a0", " ");

test("partitions stand as the broker's answer puts them, and the head says by what", () => {
	const html = table([line(7, 3, null), line(1, null, null), line(2, 9, null)]);
	const rows = [...html.matchAll(/scope="row"[^>]*>(\d)</g)];
	expect(rows.map(([, partition]) => partition)).toEqual(["7", "1", "2"]);
	expect(html).toContain(
		'aria-sort="descending"><button type="button" title="Sort by Time lag"',
	);
	expect(html.split("aria-sort")).toHaveLength(2);
});

test("a partition without an owner has a dash, and an owner's name stays text", () => {
	const html = table([line(0, 3, null), line(1, 2, "<b>x</b>")]);
	expect(html).toContain("—");
	expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
});

test("an age and a margin carry how sure they are, and a movement how long ago it was", () => {
	const html = table([
		{
			...line(0, 3, "x"),
			timeLagMs: { n: 372_000, bound: "at least" },
			marginMs: { n: 7_260_000, bound: "about" },
			moved: "2026-11-21T11:59:18.000Z",
		},
	]);
	expect(html).toContain("≥6 min 12 s");
	expect(html).toContain("~2 h 1 min");
	expect(html).toContain("42 s ago");
});

test("only a partition that is stuck has a mark, and it has its word beside", () => {
	const html = table([
		{ ...line(0, 3, "x"), state: "stuck" },
		{ ...line(1, 3, "x"), state: "moves" },
	]);
	expect(html).toContain("</svg>stuck</span>");
	expect(html.split("v-stalled")).toHaveLength(2);
	expect(html).toContain("ibar stuck");
	expect(html).toContain(">moves</span>");
});

test("where nothing is unread, nothing can be lost, which is not the same as not known", () => {
	expect(table([line(0, 0, "x")])).toContain("nothing unread to lose");
	expect(table([line(0, 1, "x")])).not.toContain("nothing unread to lose");
});

test("where retention removes nothing, no margin is no gap in what is known", () => {
	expect(table([line(0, 1, "x")], true)).toContain("kept for ever");
	expect(table([line(0, 1, "x")], false)).not.toContain("kept for ever");
	expect(table([line(0, 0, "x")], true)).not.toContain("kept for ever");
});

test("settings are said with their units, and what is not known with a dash", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<Settings
				settings={[
					{ code: "kept for", value: 604_800_000 },
					{ code: "kept up to", value: "unbounded" },
					{ code: "group state", value: "<i>Stable</i>" },
					{ code: "positions kept for", value: null },
					{ code: "delivered again", value: 1_204 },
				]}
			/>
		</SpokenEn>,
	).replaceAll("\u00a0", " ");
	expect(html).toContain("<bdi>7 d</bdi>");
	expect(html).toContain("<bdi>no bound</bdi>");
	expect(html).toContain("&lt;i&gt;Stable&lt;/i&gt;");
	expect(html).toContain("<bdi>1,204</bdi>");
	expect(html).toContain("—");
});

const member = {
	name: "c-1",
	clientId: null,
	host: "10.0.0.1",
	instanceId: null,
	partitions: [3, 7, 11],
	holding: 42,
	idleMs: 7_260_000,
	oldestHeldMs: null,
	verdict: null,
	evidence: null,
	mark: null,
	output: null,
};

test("where messages are held, a member shows how many and for how long it was idle", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<MemberTable atMs={atMs} lines={[member]} holds />
		</SpokenEn>,
	);
	expect(html).toContain("42");
	expect(html.replaceAll("\u00a0", " ")).toContain("2 h 1 min");
	expect(html).toContain('dateTime="2026-11-21T09:59:00.000Z"');
	expect(html).not.toContain("3, 7, 11");
});

test("a member's verdict has its word, its evidence, and how long it has held something", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<MemberTable
				atMs={atMs}
				lines={[
					{
						...member,
						oldestHeldMs: 7_380_000,
						verdict: "stuck",
						evidence: {
							code: "holds unseen",
							values: { idleSeconds: 7260, messages: 42 },
						},
					},
				]}
				holds
			/>
		</SpokenEn>,
	).replaceAll("\u00a0", " ");
	expect(html).toContain("v-stalled");
	expect(html).toContain("</svg>stuck</span>");
	expect(html).toContain(
		"Not seen for 2 h 1 min with 42 messages: dead or very slow",
	);
	expect(html).toContain("2 h 3 min");
});

test("a member nobody judged has a dash and no mark", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<MemberTable atMs={atMs} lines={[member]} holds />
		</SpokenEn>,
	);
	expect(html).not.toContain("<svg");
	expect(html).toContain("—");
});

test("where nothing is held, a member shows the partitions it owns", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<MemberTable atMs={atMs} lines={[member]} holds={false} />
		</SpokenEn>,
	);
	expect(html).toContain("3, 7, 11");
	expect(html).not.toContain("Idle");
});

test("a static member is shown by its client and its instance", () => {
	const both = { clientId: "shop", instanceId: "pod-1" };
	const html = renderToStaticMarkup(
		<SpokenEn>
			<MemberTable atMs={atMs} lines={[{ ...member, ...both }]} holds={false} />
		</SpokenEn>,
	);
	expect(html).toContain("shop · pod-1");
});

test("a member that is away is told apart from one that is there", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<MemberTable
				atMs={atMs}
				lines={[{ ...member, mark: "away" }]}
				holds={false}
			/>
		</SpokenEn>,
	);
	expect(html).toContain("away, expected back");
});
