// Do the rules for Prometheus ask only for what we export, and say of each rule of ours what becomes of it?
import { expect, test } from "vitest";
import { measures, ruleBegun } from "#lib/core/alert/rule.ts";
import { parseRuleLine } from "#lib/core/alert/rule-line/rule-line.ts";
import { filterNumbers } from "#lib/core/filter/filter.ts";
import { alertMetrics } from "#lib/web/metrics/alerts.ts";
import { aroundMetrics } from "#lib/web/metrics/brokers.ts";
import { rowMetrics } from "#lib/web/metrics/rows.ts";
import { prometheusRules } from "./rules.ts";

const exported = new Set(
	[...aroundMetrics, ...rowMetrics, ...alertMetrics].map(({ name }) => name),
);

test("every metric that is asked for is one that is told", () => {
	const lines = [
		...Object.entries(measures).map(([of, { side, counts }]) =>
			[of, side, counts === "seconds" ? "5m" : "5"].join(" "),
		),
		...["stalled", "unknown", "vanished", "broker silent"],
		...["outlet failing", "no room"],
	];
	const among = [...filterNumbers.map((key) => `${key}:>1`), "a", "system:b"];
	const rules = lines.map((line) => {
		const said = parseRuleLine(line);
		if ("key" in said) throw new Error(line);
		const isPlain = /silent|outlet|room/.test(line);
		return {
			...{ ...ruleBegun, name: line, when: said.when },
			...{ among: isPlain ? "" : among.join(" "), from: "file" as const },
		};
	});
	const text = prometheusRules(rules, "http://127.0.0.1:7700");
	expect(text).not.toContain("cannot be said");
	const asked = [...text.matchAll(/tidemark_\w+/g)].map(([name]) => name);
	expect(asked.length).toBeGreaterThan(50);
	expect(asked.filter((name) => !exported.has(name))).toEqual([]);
});
