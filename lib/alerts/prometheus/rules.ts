// Which rules may a Prometheus watch beside us, and over us? A file made from ours, and two that hear when Tidemark itself is silent.
import type { KnownRule } from "#lib/core/alert/rule.ts";
import { printRuleLine } from "#lib/core/alert/rule-line/print.ts";
import { printSpan } from "#lib/core/alert/rule-line/span.ts";
import { promRuleOf } from "./promql.ts";

const head = `# Made by: tidemark rules --prometheus
# Tidemark knows what nobody can know, and keeps an alert until it knows better. Here what is unknown is no series, and an alert
# about it ends. Grouping, quiet hours and mutes are for Alertmanager to do.
`;

/** JSON is YAML in double quotes, whatever a name holds. */
const quoted = (text: string): string =>
	JSON.stringify(text).replaceAll(
		/[\u0085\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);

type Written = {
	readonly name: string;
	readonly expression: string;
	readonly forMs: number;
	readonly calmMs: number;
	readonly gravity: KnownRule["gravity"];
	readonly says: string;
};

/** Whoever watches has to be watched: by one who hears when nothing is heard. */
const ofOurselves: readonly Written[] = [
	{
		name: "Tidemark is gone",
		expression: "absent(tidemark_collector_age_seconds)",
		...{ forMs: 120_000, calmMs: 0, gravity: "critical" },
		says: "Nothing is scraped from Tidemark: it does not run, or Prometheus may not reach it.",
	},
	{
		name: "Tidemark sees nothing",
		expression: "tidemark_collector_age_seconds > 60",
		...{ forMs: 60_000, calmMs: 0, gravity: "critical" },
		says: "Tidemark's collector does not tick: what it shows is old, and nobody is told of anything.",
	},
];

export function prometheusRules(
	rules: readonly KnownRule[],
	url: string,
): string {
	const parts = [
		...ofOurselves.map((it) => written(it, url)),
		...rules.map((rule) => partOf(rule, url)),
	];
	return `${head}groups:\n  - name: tidemark\n    rules:\n${parts.join("\n")}`;
}

function partOf(rule: KnownRule, url: string): string {
	const { name, when, forMs, calmMs, gravity, text } = rule;
	const line = printRuleLine({ when, forMs });
	const comment = (say: string) => `      # ${commented(name)}: ${say}\n`;
	if (!rule.on) return comment("is off");
	const said = promRuleOf(rule);
	if ("unsaid" in said)
		return comment(`cannot be said here, no metric tells ${said.unsaid}`);
	const part = written(
		{
			...{ name, expression: said.expression, forMs, calmMs, gravity },
			says: text === "" ? line : text,
		},
		url,
	);
	return said.but === null ? part : `${comment(said.but)}${part}`;
}

const commented = (name: string): string => quoted(name).slice(1, -1);

function written(it: Written, url: string): string {
	const lines = [
		`- alert: ${quoted(it.name)}`,
		`  expr: ${quoted(it.expression)}`,
		`  for: ${printSpan(it.forMs)}`,
		...(it.calmMs > 0 ? [`  keep_firing_for: ${printSpan(it.calmMs)}`] : []),
		"  labels:",
		`    severity: ${it.gravity}`,
		"  annotations:",
		`    summary: ${quoted(untemplated(it.says))}`,
		`    tidemark: ${quoted(`${url}/`)}`,
	];
	return lines.map((line) => `      ${line}\n`).join("");
}

/** What a person wrote is a text and no template. */
const untemplated = (text: string): string =>
	text.replaceAll("{{", '{{ "{{" }}');
