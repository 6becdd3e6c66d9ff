// Does the example board for Grafana ask only for what we export?
import { expect, test } from "vitest";
import board from "../../../public/grafana.json" with { type: "json" };
import { aroundMetrics } from "./brokers.ts";
import { rowMetrics } from "./rows.ts";

const labelsOf = new Map(
	[...aroundMetrics, ...rowMetrics].map(({ name, labels }) => [name, labels]),
);

/** What an expression is made of beside metrics and labels. */
const words =
	/^(?:by|without|or|and|unless|sum|max|min|count|topk|bottomk|vector)$/;

const asked = board.panels.flatMap(({ title, targets }) =>
	targets.map(({ expr, legendFormat }) => [title, expr, legendFormat] as const),
);

const namesIn = (text: string): readonly string[] =>
	[...text.matchAll(/[a-zA-Z_]\w*/g)].map(([name]) => name);

function partsOf(expression: string) {
	const metrics = new Set<string>();
	const labels = new Set<string>();
	const bare = expression
		.replaceAll(/"(?:\\.|[^"\\])*"/g, '""')
		.replaceAll(/\b(?:by|without) \(([^)]*)\)/g, (_, list: string) => {
			for (const name of namesIn(list)) labels.add(name);
			return "";
		})
		.replaceAll(/\{([^}]*)\}/g, (_, list: string) => {
			for (const name of namesIn(list)) labels.add(name);
			return "";
		});
	for (const name of namesIn(bare)) if (!words.test(name)) metrics.add(name);
	return { metrics: [...metrics], labels: [...labels] };
}

test("it has panels, each of which asks something", () => {
	expect(asked.length).toBeGreaterThanOrEqual(board.panels.length);
	expect(board.panels.filter(({ targets }) => targets.length === 0)).toEqual(
		[],
	);
});

test.each(asked)(
	"%s asks for what is exported: %s",
	(_, expression, legend) => {
		const { metrics, labels } = partsOf(expression);
		expect(metrics).toHaveLength(1);
		const exported = labelsOf.get(metrics[0] ?? "");
		expect(exported).toBeDefined();
		const shown = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, it]) => it);
		expect(exported).toEqual(expect.arrayContaining([...labels, ...shown]));
	},
);

test("what it can be narrowed by is a label of the metric it is read from", () => {
	const [, metric = "", label] =
		board.templating.list
			.map(({ query }) => /^label_values\((\w+), (\w+)\)$/.exec(query))
			.find((found) => found !== null) ?? [];
	expect(labelsOf.get(metric)).toContain(label);
});

test("an expression with a metric or a label that nobody exports would be seen", () => {
	expect(
		partsOf('sum by (node) (tidemark_lost{broker=~"$broker"}) > 3'),
	).toEqual({ metrics: ["tidemark_lost"], labels: ["node", "broker"] });
});
