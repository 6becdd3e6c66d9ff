// What does somebody see, and hear, of a family on one line?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { FoldReply, RowReply } from "#lib/wire/board.ts";
import { FoldRow } from "./fold-row.tsx";
import { piecesOf, writtenName } from "./folded.ts";
import { foldOf, rowOf } from "./for-tests.ts";

const stalled = {
	channel: "orders:stream:7",
	verdict: "stalled" as const,
	reason: { code: "not moving", values: { forSeconds: 360, registered: 3 } },
};

function seen(
	over: Partial<FoldReply>,
	row: Partial<RowReply> = {},
	it: { readonly korean?: boolean; readonly open?: boolean } = {},
) {
	const Spoken = it.korean ? SpokenKo : SpokenEn;
	const html = renderToStaticMarkup(
		<Spoken>
			<table>
				<tbody>
					<FoldRow
						fold={foldOf(over)}
						row={rowOf(row)}
						open={it.open ?? false}
						onToggle={() => {}}
						system={undefined}
						rowIndex={2}
						staleAtMs={null}
						index={0}
					/>
				</tbody>
			</table>
		</Spoken>,
	);
	const cell = (name: string) =>
		(
			new RegExp(`<t[dh] [^>]*?class="${name}[^>]*>(.*?)</t[dh]>`, "s").exec(
				html,
			)?.[1] ?? "none"
		)
			.replaceAll(/<[^>]*>/g, "")
			.replaceAll("\u00a0", " ");
	return { html, cell };
}

test("the gravest verdict stands for all, and says of how many", () => {
	const counts = { ...foldOf().counts, healthy: 31, stalled: 1 };
	const { html, cell } = seen({ counts }, stalled);
	expect(cell("c-verdict")).toBe("stalled");
	expect(cell("c-reason")).toMatch(/^1 of 32: .*6 min/);
	expect(html).toContain("1 stalled, 31 healthy");
	expect(html).toContain("orders:stream:7");
	const several = seen({ counts: { ...counts, stalled: 3 } }, stalled);
	expect(several.cell("c-reason")).toMatch(/^3 of 32, the gravest: /);
});

test("what differs in the names is marked, and a filter that hides some is told", () => {
	const { html, cell } = seen({ rows: 12 });
	expect(html).toContain(
		'orders:stream:</span><span class="differs">{0…31}</span>',
	);
	expect(cell("c-name")).toContain("12 of 32 subscriptions");
	expect(seen({}).cell("c-name")).toContain("32 subscriptions");
});

test("sums keep their bounds, and what nobody knows is a dash", () => {
	const { cell } = seen({
		lag: { n: 3_418, bound: "at least" },
		pace: { in: { n: 118.4, bound: "at least" }, out: null },
		holding: { n: 57, bound: "at least" },
		oldestHeldSeconds: 7_200,
	});
	expect(cell("c-lag")).toBe("≥3,418");
	expect(cell("c-in")).toBe("≥118");
	expect(cell("c-out")).toBe("—not known");
	expect(cell("c-hold")).toBe("≥572 h");
});

test("a family that is wholly healthy gives no reason of one of its rows", () => {
	const reason = { code: "catches up", values: { perSecond: 3, seconds: 60 } };
	expect(seen({}, { reason }).cell("c-reason")).toBe("");
});

test("a forecast is that of all: the first loss, the last catching up", () => {
	const loses = seen(
		{ marginSeconds: { n: 2_520, bound: "about" } },
		{ ...stalled, marginSeconds: { n: 90_000, bound: "about" } },
	);
	expect(loses.cell("c-forecast")).toMatch(/^loses in ~42 min \(/);
	const lag = { n: 9, bound: "exact" as const };
	const drained = seen({ lag, drainedSeconds: 840 }, { drainedSeconds: 60 });
	expect(drained.cell("c-forecast")).toMatch(/^drained in ~14 min \(/);
});

test("it says to everybody whether it is open", () => {
	expect(seen({}).html).toContain('aria-expanded="false" title');
	expect(seen({}, {}, { open: true }).html).toMatch(
		/<tr [^>]*aria-level="1" aria-expanded="true"/,
	);
});

test("the same family in Korean", () => {
	const counts = { ...foldOf().counts, healthy: 31, stalled: 1 };
	const { html, cell } = seen({ counts }, stalled, { korean: true });
	expect(cell("c-reason")).toMatch(/^32개 중 1개: /);
	expect(html).toContain("정체 1개, 정상 31개");
	expect(cell("c-name")).toContain("구독 32개");
});

test("braces that stand in the names are not doubled, and nothing hides in a name", () => {
	const span = { from: "ann", to: "bob" };
	expect(writtenName(["{", span, "}:events"])).toBe("{ann…bob}:events");
	expect(writtenName(["a{", span])).toBe("a{{ann…bob}");
	const odd = piecesOf(["\u202ea", { from: "\n", to: "b".repeat(500) }]);
	expect(odd[0]?.text).toBe("\\u202ea");
	expect(odd[1]?.text).toMatch(/^\{\\n…b{80}…\}$/);
});
