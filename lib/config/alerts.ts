// What is said of alerts: in which language, to whom, and when?
import { z } from "zod";
import type { OutletKind } from "#lib/alerts/outlet.ts";
import { parseAllowed } from "#lib/alerts/requests/allowed.ts";
import { type KnownRule, usualRules } from "#lib/core/alert/rule.ts";
import { Secret } from "#lib/systems/address.ts";
import { duration, section, yesOrNo } from "#lib/systems/setting.ts";
import { belowOf, withoutKeys } from "./below.ts";
import type { AlertSettings } from "./configuration.ts";
import type { Judge } from "./judge.ts";
import { isName } from "./name.ts";
import { judgeOutlets } from "./outlets.ts";
import { judgeTree } from "./own-settings.ts";
import { judgeRules } from "./rules.ts";
import type { GivenBelow, GivenTree } from "./sheet.ts";

const hostSay =
	"write hosts inside that outlets may go to, by name, address or range, such as [10.1.0.0/16, mail.example.org]";
const urlSay = "write an address that begins with https:// or http://";
const everySay = "write a number and a unit (s, m or h), such as 1m";

const insideHost = z.string(hostSay).transform((text, context): string => {
	const entry = parseAllowed(text);
	if (typeof entry !== "string") return text.trim();
	context.addIssue({ code: "custom", message: entry });
	return z.NEVER;
});

const plainSettings = section({
	language: z.enum(["en", "ko"], "write en or ko").optional(),
	usual: yesOrNo.optional(),
	allow: z
		.preprocess(
			(given) => (typeof given === "string" ? [given] : given),
			z.array(insideHost, hostSay),
		)
		.optional(),
	heartbeat: section({
		url: z
			.string(urlSay)
			.trim()
			.refine(
				(text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""),
				urlSay,
			)
			.transform((text) => new Secret(text)),
		every: duration(everySay).optional(),
	}).optional(),
});
const named = ["outlets", "rules"] as const;
const minuteMs = 60_000;

export function judgeAlerts(
	given: GivenTree | undefined,
	kinds: readonly OutletKind[],
	judge: Judge,
): AlertSettings {
	const tree = belowOf(
		...([given, "alerts"] as const),
		"write settings below it, such as rules, outlets and language",
		judge,
	);
	const plain = withoutKeys(tree, named);
	const written = judgeTree(plain, plainSettings, named, judge);
	const { language, usual, allow, heartbeat } = written?.settings ?? {};
	const outlets = judgeOutlets(
		belowOf(
			...([tree.below.get("outlets"), "alerts.outlets"] as const),
			"write one outlet a line below it, such as   oncall: { kind: slack, url: … }",
			judge,
		),
		...([kinds, judge] as const),
	);
	const rules = judgeRules(
		belowOf(
			...([tree.below.get("rules"), "alerts.rules"] as const),
			"write one rule a line below it, such as   backlog: lag over 1,000",
			judge,
		),
		...([namesIn(tree), judge] as const),
	);
	return {
		language: language ?? "en",
		allow: allow ?? [],
		heartbeat: heartbeat
			? { url: heartbeat.url, everyMs: heartbeat.every ?? minuteMs }
			: null,
		outlets,
		rules: [...(usual === false ? [] : usualBeside(rules)), ...rules],
	};
}

/** One of the file replaces a usual one of its name. */
const usualBeside = (rules: readonly KnownRule[]): readonly KnownRule[] =>
	usualRules
		.filter(({ name }) => rules.every((rule) => rule.name !== name))
		.map((rule) => ({ ...rule, from: "usual" }));

/** Outlets that have mistakes of their own are there as well, for whoever tells them something. */
function namesIn(tree: GivenBelow): readonly string[] {
	const outlets = tree.below.get("outlets");
	return outlets && "below" in outlets
		? [...outlets.below.keys()].filter(isName)
		: [];
}
