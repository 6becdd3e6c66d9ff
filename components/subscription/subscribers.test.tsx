// What does somebody see of those who listen when the broker was looked at?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import { SubscriberTable } from "./subscribers.tsx";

const serverMs = Date.parse("2026-11-21T12:00:00.000Z");
const line = {
	...{ name: "id 7", clientId: "shop", host: "10.0.0.1:5000" },
	...{ instanceId: null, partitions: null, holding: null, idleMs: 0 },
	...{ oldestHeldMs: null, verdict: null, evidence: null, mark: null },
};
type Output = NonNullable<LookReply["members"][number]["output"]>;
const well: Output = { ageMs: 60_000, bytes: 0, share: 0, behind: null };

const cellsOf = (output: Output) =>
	[
		...renderToStaticMarkup(
			<SpokenEn>
				<SubscriberTable
					lines={[{ ...line, output }]}
					clock={{ serverMs }}
					atMs={serverMs}
				/>
			</SpokenEn>,
		).matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g),
	]
		.map(([, cell = ""]) =>
			cell.replaceAll(/<span class="sr">.*?<\/span>/g, ""),
		)
		.map((cell) => cell.replaceAll(/<[^>]*>/g, ""))
		.map((cell) => cell.replaceAll("\u00a0", " "))
		.slice(7);

test("one that keeps up says so, and nothing waits for it", () => {
	expect(cellsOf(well)).toEqual([
		...["id 7", "shop", "10.0.0.1:5000"],
		...["1 min", "0 B", "0%", "keeps up"],
	]);
});

test("one that is behind says since when, and what its share of a limit is that nobody may ask for is a dash", () => {
	const behind = "2026-11-21T11:58:00.000Z";
	const late = { ...well, bytes: 22_000_000, share: 0.61, behind };
	expect(cellsOf(late).slice(4)).toEqual([...["22 MB", "61%", "11:58"]]);
	expect(cellsOf({ ...late, share: null })[5]).toBe("—");
});
