// What does somebody see of what a group holds, and of what its messages say?
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { SurveyReply } from "#lib/wire/pending.ts";
import { Fields } from "../contents.tsx";
import { PendingFilters } from "./filters.tsx";
import { HowSure, Pictures } from "./pictures.tsx";
import { PendingTable } from "./table.tsx";

const said = (what: ReactNode) =>
	renderToStaticMarkup(
		<QueryClientProvider client={new QueryClient()}>
			<SpokenEn>{what}</SpokenEn>
		</QueryClientProvider>,
	).replaceAll("\u00a0", " ");

const survey: SurveyReply = {
	...{ total: 1_000_000, seen: 1_240, bound: "about", counted: null },
	idle: [799_000, 0, 0, 201_000, 0, 0],
	written: [0, 0, 0, 0, 1_000_000, 0],
	writtenUnknown: 0,
	deliveries: [950_000, 0, 50_000, 0, 0, 0],
	deliveriesMax: { n: 4, bound: "at least" },
	idleMaxMs: { n: 3_600_000, bound: "at least" },
	holders: [
		{ member: "many", holding: 900_000 },
		{ member: "few", holding: 60_000 },
	],
	holdersTotal: 5,
};

const entry = {
	...{ id: "1700000000000-0", member: "worker", kept: true, bytes: 42 },
	...{ idleMs: 7_200_000, deliveries: 12, contents: null },
	written: "2026-11-21T09:00:00.000Z",
};

const table = (
	changes: Partial<Parameters<typeof PendingTable>[0]["entries"][number]>,
	may: boolean | null,
) =>
	said(
		<PendingTable
			subscription="s"
			atMs={Date.parse("2026-11-21T12:00:00.000Z")}
			entries={[{ ...entry, ...changes }]}
			may={may}
		/>,
	);

test("an entry shows who holds it, for how long, how often it was delivered, and when it was written", () => {
	const html = table({}, true);
	for (const text of ["worker", "2 h ago", ">12<", "3 h ago", "42 B"])
		expect(html).toContain(text);
	expect(html).not.toContain("—");
});

test("what cannot be known of an entry is a dash, and a message that is gone is told from one nobody may read", () => {
	const unknown = { idleMs: null, deliveries: null, written: null };
	const html = table({ ...unknown, kept: null, bytes: null }, true);
	expect(html.split("—")).toHaveLength(5);
	expect(html).toContain("Show contents");
	const gone = table({ kept: false, bytes: null }, true);
	expect(gone).toContain(">gone<");
	expect(gone).not.toContain("Show contents");
});

test("whoever may not see contents finds the button off, with the reason", () => {
	expect(table({}, true)).toContain('aria-disabled="false"');
	const html = table({}, false);
	expect(html).toContain('aria-disabled="true"');
	expect(html).toContain("Your role may not see what messages say.");
	expect(table({}, null)).toContain('aria-disabled="true"');
});

test("what strangers wrote stays text: names, ids and contents", () => {
	const hostile = "<img src=x onerror=alert(1)>\u202e";
	const whole = { text: hostile, bytesLeftOut: 0 };
	const html =
		table({ member: hostile, id: hostile }, true) +
		said(
			<>
				<Pictures
					usualSeconds={null}
					survey={{ ...survey, holders: [{ member: hostile, holding: 1 }] }}
				/>
				<Fields
					id={hostile}
					contents={{
						fields: [{ name: whole, value: whole }],
						fieldsLeftOut: 0,
					}}
				/>
			</>,
		);
	expect(html).not.toContain("<img");
	expect(html).not.toContain("\u202e");
	expect(html).toContain("&lt;img");
});

test("contents that were cut say how much is missing", () => {
	const cut = { text: "xxx", bytesLeftOut: 2_039 };
	const name = { text: "body", bytesLeftOut: 0 };
	const html = said(
		<Fields
			id="1-1"
			contents={{ fields: [{ name, value: cut }], fieldsLeftOut: 3 }}
		/>,
	);
	expect(html).toContain("… and 2,039 bytes more");
	expect(html).toContain("and 3 fields more");
	expect(html.split("bytes more")).toHaveLength(2);
});

test("pictures of a sample are about; who holds how much is exact", () => {
	const html = said(<Pictures survey={survey} usualSeconds={null} />);
	expect(html).toContain("Since last delivered. under 1 min: ~799,000");
	expect(html).toContain("Times delivered. once: ~950,000, twice: 0");
	expect(html).toContain("Held by. many: 900,000, few: 60,000");
	expect(html).toContain("40,000 by 3 others");
});

test("ids that tell no time leave no picture of when messages were written", () => {
	const written = [0, 0, 0, 0, 0, 0];
	const html = said(
		<Pictures survey={{ ...survey, written }} usualSeconds={null} />,
	);
	expect(html).not.toContain("Since written");
});

const how = (changes: Partial<SurveyReply>, whole: boolean) =>
	said(
		<HowSure
			survey={{ ...survey, ...changes }}
			whole={whole}
			onCount={() => {}}
		/>,
	);

test("a sample says how many it saw, and that each can be counted", () => {
	const html = how({}, false);
	expect(html).toContain("About, from 1,240 of 1,000,000 entries.");
	expect(html).toContain("Most deliveries: ≥4. Longest since delivered: ≥1 h.");
	expect(html).toContain("Count every entry");
});

test("a count says how far it has come and can be stopped, and then that it is done", () => {
	const counting = how({ counted: 200_000 }, true);
	expect(counting).toContain("counted 200,000 of 1,000,000 so far");
	expect(counting).toContain(">Stop<");
	const done = how({ bound: "exact", seen: 1_000_000 }, true);
	expect(done).toContain("Each of 1,000,000 entries was counted.");
	expect(done).toContain("Count again");
});

test("a member that holds nothing any more can still be chosen while it is the choice", () => {
	const html = said(
		<PendingFilters
			sought={{ member: "left", deliveriesMin: 1, idleMinMs: 0 }}
			holders={survey.holders}
			onSeek={() => {}}
		/>,
	);
	expect(html).toContain('selected="">left<');
	expect(html).toContain("101 times or more");
});

test("all of it is said in Korean as well", () => {
	const html = renderToStaticMarkup(
		<SpokenKo>
			<HowSure survey={survey} whole={false} onCount={() => {}} />
			<Pictures survey={survey} usualSeconds={null} />
		</SpokenKo>,
	);
	expect(html).toContain("추정값: 1,000,000개 중 1,240개 표본.");
	expect(html).toContain("보유 멤버. many: 900,000");
});
