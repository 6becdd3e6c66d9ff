// Does Prometheus' own tool accept the rules that are made from ours, and do they fire for what ours are about?
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type KnownRule,
	measures,
	ruleBegun,
	usualRules,
} from "#lib/core/alert/rule.ts";
import { parseRuleLine } from "#lib/core/alert/rule-line/rule-line.ts";
import { labelsOf } from "#lib/web/metrics/exposition.ts";
import { prometheus } from "#world/prometheus.mjs";
import { prometheusRules } from "./rules.ts";

let tool = "";
let folder = "";
beforeAll(async () => {
	tool = (await prometheus()).tool;
	folder = await mkdtemp(join(tmpdir(), "tidemark-rules-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const url = "https://tidemark.example.org";

function ruleOf(line: string, part: Partial<KnownRule> = {}): KnownRule {
	const said = parseRuleLine(line);
	if ("key" in said) throw new Error(said.key);
	const forMs = said.forMs ?? 0;
	return {
		...{ ...ruleBegun, name: line, when: said.when, forMs, calmMs: 0 },
		...{ from: "file", ...part },
	};
}

async function checked(rules: readonly KnownRule[]) {
	const file = join(folder, `${crypto.randomUUID()}.yml`);
	await writeFile(file, prometheusRules(rules, url));
	const {
		status: code,
		stdout,
		stderr,
	} = spawnSync(...([tool, ["check", "rules", file]] as const), {
		encoding: "utf8",
	});
	return { file, code, said: `${stdout}${stderr}` };
}

test("the usual rules, one of each kind and two over Tidemark itself are accepted", async () => {
	const lines = [
		...Object.entries(measures).map(
			([of, { side, counts }]) =>
				`${of} ${side} ${counts === "seconds" ? "90s" : "5"}`,
		),
		...["only slow", "unknown", "vanished for 5m", "margin under 6h for 1h"],
	];
	const all = [
		...usualRules.map((rule): KnownRule => ({ ...rule, from: "usual" })),
		...lines.map((line) => ruleOf(line)),
	];
	const { code, said } = await checked(all);
	expect(said).toContain(`SUCCESS: ${all.length + 2} rules found`);
	expect(code).toBe(0);
});

test("no name, text or filter breaks the file", async () => {
	const hostile = [
		...[
			'a"b\\c',
			"{{ .Value }}",
			"{{",
			"$labels",
			"a: b",
			"# x",
			"결제",
			"a'b",
		],
		...["\u2028", "\u0085", "-", "%", "(?i)"],
	];
	const rules = hostile.map((it, i) =>
		ruleOf("lag over 5", {
			...{ name: `${it} ${i}`, text: `${it}\nand so on` },
			among: `channel:${JSON.stringify(`${it}*.+[`)} -group:"(x|y)*" kind:log`,
		}),
	);
	const { code, said } = await checked(rules);
	expect(said).toContain(`SUCCESS: ${rules.length + 2} rules found`);
	expect(code).toBe(0);
});

test("what no metric tells is a comment that says so, as is what is off", async () => {
	const rules = [
		ruleOf("losing", { name: "folds", among: "family:a*" }),
		ruleOf("broker silent", { name: "theirs", among: "group:a" }),
		ruleOf("losing", { name: "resting", on: false }),
		ruleOf("drained over 1h", { name: "slowly" }),
	];
	const text = prometheusRules(rules, url);
	expect(text).toContain(
		"# folds: cannot be said here, no metric tells the family of a channel\n",
	);
	expect(text).toContain("# theirs: cannot be said here");
	expect(text).toContain("# resting: is off\n");
	expect(text).toContain("# slowly: what never drains");
	expect((await checked(rules)).said).toContain("SUCCESS: 3 rules found");
});

const group = (channel: string, name: string | null, broker = "b1") =>
	labelsOf({ broker, kind: "log", channel, group: name });

/** What is there all the time, as a scrape tells it. */
const series: readonly (readonly [series: string, values: string])[] = [
	...(
		[
			[group("orders.1", "Payments-A"), 4, 50],
			[group("orders-1", 'we"ird\\name'), 6, 500],
			[group("carts", "mails"), 2, null],
			[group("carts", null), 0, 7],
		] as const
	).flatMap(([its, verdict, lag]) => [
		[`tidemark_group_verdict{${its}}`, `${verdict}+0x30`] as const,
		...(lag === null
			? []
			: [
					[`tidemark_group_lag{${its},bound="exact"}`, `${lag}+0x10`] as const,
					// The bound changes midway, and the waiting goes on.
					[
						`tidemark_group_lag{${its},bound="about"}`,
						`_x11 ${lag}+0x19`,
					] as const,
				]),
	]),
	['tidemark_broker_fresh{broker="b1",system="some"}', "1+0x30"],
	['tidemark_broker_fresh{broker="b2",system="other"}', "0+0x30"],
	["tidemark_collector_age_seconds", "2+0x30"],
	[`tidemark_group_verdict{${group("left", "g")}}`, "0+0x5"],
];

test.each<readonly [line: string, among: string, channels: readonly string[]]>([
	["stalled", "", ["orders.1", "orders-1"]],
	["only stalled", "", ["orders.1"]],
	["unknown", "", ["carts"]],
	["lag over 6", "", ["orders.1", "orders-1", "carts"]],
	["lag over 6 for 15m", "", ["orders.1", "orders-1", "carts"]],
	["lag over 6", "channel:orders.*", ["orders.1"]],
	["lag over 6", "channel:ORDERS*", ["orders.1", "orders-1"]],
	["lag over 6", "-channel:orders*", ["carts"]],
	["lag over 6", "group:payments-*", ["orders.1"]],
	["lag over 6", "group:*", ["orders.1", "orders-1"]],
	["lag over 6", "-group:*", ["carts"]],
	["lag over 6", 'group:"we\\"ird\\\\name"', ["orders-1"]],
	["lag over 6", "pay", ["orders.1"]],
	["lag over 6", "-pay orders", ["orders-1"]],
	["lag over 6", "lag:<=50", ["orders.1", "carts"]],
	["lag over 6", "-lag:<=50", ["orders-1"]],
	["unknown", "lag:unknown", ["carts"]],
	["unknown", "-lag:unknown", []],
	["lag over 6", "verdict:st*", ["orders.1"]],
	["lag over 6", "-verdict:losing", ["orders.1", "carts"]],
	["lag over 6", "system:some", ["orders.1", "orders-1", "carts"]],
	["lag over 6", "system:other", []],
	["vanished", "", ["left"]],
])(
	"%s among “%s” fires for what ours fires for",
	async (line, among, channels) => {
		const rule = ruleOf(line, { among, name: "it" });
		const { file } = await checked([rule]);
		const tests = [
			`rule_files: [${JSON.stringify(file)}]`,
			"evaluation_interval: 1m",
			"tests:",
			"  - interval: 1m",
			"    input_series:",
			...series.flatMap(([name, values]) => [
				`      - series: ${JSON.stringify(name)}`,
				`        values: ${JSON.stringify(values)}`,
			]),
			"    promql_expr_test:",
			`      - expr: ${JSON.stringify('count by (channel) (ALERTS{alertname="it", alertstate="firing"})')}`,
			"        eval_time: 16m",
			...(channels.length === 0
				? ["        exp_samples: []"]
				: [
						"        exp_samples:",
						...channels.flatMap((channel) => [
							`          - labels: ${JSON.stringify(`{channel="${channel}"}`)}`,
							"            value: 1",
						]),
					]),
		];
		const path = join(folder, `${crypto.randomUUID()}.test.yml`);
		await writeFile(path, `${tests.join("\n")}\n`);
		const {
			status: code,
			stdout,
			stderr,
		} = spawnSync(...([tool, ["test", "rules", path]] as const), {
			encoding: "utf8",
		});
		expect(`${code === 0 ? "" : `${stdout}${stderr}`}`).toBe("");
	},
);
