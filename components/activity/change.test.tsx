// What does somebody read of a change in the list of what was done?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn, wholeEn } from "#lib/say/en/spoken.tsx";
import type { ChangeReply } from "#lib/wire/activity.ts";
import { changeTold } from "./change.tsx";

const atMs = Date.parse("2026-11-22T12:00:00.000Z");
const changeOf = (part: Partial<ChangeReply>): ChangeReply => ({
	...{ verb: "save rule", id: "e", by: "mina", from: "abcdefgh" },
	...{ state: "done", asked: new Date(atMs).toISOString(), ended: null },
	...{ name: null, among: null, target: null, until: null, why: null },
	...{ parts: [], failure: null },
	...part,
});
const target: ChangeReply["target"] = {
	...{ is: "subscription", id: "a", system: "some", broker: "eu" },
	...{ kind: "log", channel: "orders", group: "billing" },
};
const parts: ChangeReply["parts"] = [
	{ part: "when", before: "lag over 1,000", after: "lag over 2,000" },
	{ part: "text", before: "Call us.", after: null },
];

test.each<readonly [string, Partial<ChangeReply>, readonly string[]]>([
	[
		"a rule that is another now, from what to what",
		{ name: "backlog", among: "group:a", parts },
		[
			...["Change rule “backlog”", "group:a"],
			...["when lag over 1,000 lag over 2,000", "what to do Call us. none"],
			"when: lag over 1,000 → lag over 2,000; what to do: Call us. → none",
		],
	],
	[
		"a new rule",
		{
			name: "backlog",
			parts: [
				{ part: "name", before: null, after: "backlog" },
				{ part: "when", before: null, after: "losing" },
			],
		},
		["Save rule “backlog”", " when: losing "],
	],
	[
		"a mute of everything, and why",
		{ verb: "mute", among: "", why: "a release" },
		["Mute until it is over", "everything", "a release"],
	],
	[
		"an alert somebody took on, by what it is about",
		{ verb: "acknowledge", name: "stalled", target },
		["Acknowledge “stalled”", "orders → billing eu"],
	],
	[
		"what could not be changed, and why not",
		{
			...{ verb: "remove rule", name: "git", state: "failed" },
			failure: { key: "rule in file", values: { name: "git" } },
		},
		["Remove rule “git”", "configuration file"],
	],
])("%s", (_, part, said) => {
	const told = changeTold(wholeEn, changeOf(part), atMs);
	const drawn = renderToStaticMarkup(
		<SpokenEn>
			<p>{told.what}</p>
			<p>{told.where}</p>
			<p>{told.inWords}</p>
			{told.detail}
		</SpokenEn>,
	);
	expect(drawn).not.toContain('""');
	const text = drawn.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
	for (const one of said) expect(text).toContain(one);
});
