// Which columns does a list's table of workers have?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import { WorkerTable } from "./worker-table.tsx";

type Line = LookReply["members"][number];

const nothing: Line = {
	...{ name: "thumbs:1", clientId: null, instanceId: null, host: null },
	...{ partitions: null, mark: null, verdict: null, evidence: null },
	...{ idleMs: null, holding: null, oldestHeldMs: null, output: null },
};

const htmlOf = (...lines: readonly Line[]) =>
	renderToStaticMarkup(
		<SpokenEn>
			<WorkerTable lines={lines} atMs={1_800_000_000_000} />
		</SpokenEn>,
	).replaceAll("\u00a0", " ");

const headsOf = (html: string) =>
	[...html.matchAll(/<th(?: class="num")?>([^<]+)<\/th>/g)].map(([, it]) => it);

test("what a layout tells of no worker has no column", () => {
	const html = htmlOf(
		{ ...nothing, holding: 4, oldestHeldMs: 60_000 },
		{ ...nothing, name: "thumbs:2", holding: 0 },
	);
	expect(headsOf(html)).toEqual(["Member", "Holding", "Oldest held"]);
	expect(html).toContain("1 min");
	expect(html).not.toContain("—");
});

test("what is told of one worker is a dash for those of whom it is not", () => {
	const html = htmlOf(
		{ ...nothing, verdict: "live", host: "pod-1" },
		{ ...nothing, name: "thumbs:2" },
	);
	expect(headsOf(html)).toEqual(["Member", "Verdict", "Host"]);
	expect(html).toContain("v-healthy");
	expect(html.split("—")).toHaveLength(3);
});
