// Does a file hold exactly the rows that fit, each once, in the order of the board, and nothing a spreadsheet would reckon with?
import { afterEach, beforeEach, expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { boardReply } from "#lib/wire/board.ts";
import { rowsReply } from "#lib/wire/rows.ts";
import { answerBoard } from "./board.ts";
import { aBroker, aRow, ask, type Stage, stage } from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { answerRows } from "./rows.ts";

const count = 1_700;
let here: Stage;
let token: string;

const rows = Array.from({ length: count }, (_, i) =>
	aRow({
		id: `${i}`.padStart(43, "a"),
		channel: i === 7 ? '=HYPERLINK("x"), y' : `jobs-${i}`,
		verdict: verdicts[i % verdicts.length] ?? "healthy",
		lag: i % 5 === 0 ? null : exactly((i * 7_919) % 1_000),
	}),
);

beforeEach(async () => {
	here = await stage();
	token = await here.signIn("viewer");
	await here.store.board.write({ broker: aBroker(), rows, gone: [] });
});
afterEach(() => here.close());

const file = (address: string, headers = {}) =>
	ask(
		guarded("GET /api/rows", answerRows, () => here.place),
		`/api/rows${address}`,
		{ token, headers },
	);

test("the JSON holds the rows that the board pages through", async () => {
	for (const question of ["", "?sort=name", "?filter=verdict:slow lag:>100"]) {
		const whole = rowsReply.parse(await (await file(question)).json());
		const board = guarded("GET /api/board", answerBoard, () => here.place);
		const paged: string[] = [];
		let cursor: string | null = "";
		while (cursor !== null) {
			const next = `${question === "" ? "?" : `${question}&`}limit=500${cursor && `&cursor=${cursor}`}`;
			const reply = await ask(board, `/api/board${next}`, { token });
			const page = boardReply.parse(await reply.json());
			paged.push(...page.rows.map(({ id }) => id));
			cursor = page.next;
		}
		expect(whole.rows.map(({ id }) => id)).toEqual(paged);
		expect(whole.rows.length).toBeGreaterThan(100);
	}
});

test("the table has a line for each, unknown cells empty, and formulas as text", async () => {
	const reply = await file("?format=csv&sort=name");
	expect(reply.headers.get("content-disposition")).toMatch(
		/^attachment; filename="tidemark-board-20261121T120000Z\.csv"$/,
	);
	const lines = (await reply.text()).trimEnd().split("\r\n");
	expect(lines).toHaveLength(count + 1);
	const heads = lines[0]?.split(",") ?? [];
	expect(heads.slice(0, 5)).toEqual([
		...["broker", "system", "kind", "channel", "group"],
	]);
	expect(lines[1]).toContain(`"'=HYPERLINK(""x""), y"`);
	const unknown = lines.find((line) => line.includes(",jobs-10,"));
	expect(unknown?.split(",")).toHaveLength(
		(lines.find((line) => line.includes(",jobs-11,")) ?? "").split(",").length,
	);
	expect(await (await file("", { accept: "text/csv" })).text()).toContain(
		"broker,system",
	);
});

test("a filter that is not understood is refused as on the board", async () => {
	const reply = await file("?filter=nonsense:1");
	expect(reply.status).toBe(400);
	expect(await reply.json()).toMatchObject({
		detail: { key: "filter unknown key" },
	});
});

test("nothing is read ahead of whoever takes it", async () => {
	const { board } = here.store;
	let pages = 0;
	const counting = {
		...here.place,
		store: async () => ({
			...here.store,
			board: {
				...board,
				page: (query: Parameters<typeof board.page>[0]) => {
					pages++;
					return board.page(query);
				},
			},
		}),
	};
	const route = guarded("GET /api/rows", answerRows, () => counting);
	const reply = await ask(route, "/api/rows?format=csv", { token });
	const reader = reply.body?.getReader();
	await reader?.read();
	await reader?.read();
	expect(pages).toBeLessThanOrEqual(2);
	await reader?.cancel();
	expect(pages).toBeLessThanOrEqual(2);
});
