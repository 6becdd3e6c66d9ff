// What do a topic's settings come to?
import { expect, test } from "vitest";
import { rulesIn } from "./rules.ts";

const week = 604_800_000;
const usual = {
	"retention.ms": String(week),
	"retention.bytes": "-1",
	"cleanup.policy": "delete",
	"message.timestamp.type": "CreateTime",
};

test.each([
	["the usual settings keep a week and bound no bytes", {}, {}],
	[
		"a log that is only compacted removes nothing with age",
		{ "cleanup.policy": "compact", "retention.bytes": "1000" },
		{ retentionMs: Infinity, compacted: true },
	],
	[
		"a log that is compacted and cut does both",
		{ "cleanup.policy": "compact,delete" },
		{ compacted: true },
	],
	[
		"minus one is for ever",
		{ "retention.ms": "-1" },
		{ retentionMs: Infinity },
	],
	[
		"a bound of bytes is one",
		{ "retention.bytes": "5" },
		{ retentionBytes: 5 },
	],
	[
		"the broker may date messages itself",
		{ "message.timestamp.type": "LogAppendTime" },
		{ timestampType: "append" },
	],
])("%s", (_title, settings, expected) => {
	expect(rulesIn(new Map(Object.entries({ ...usual, ...settings })))).toEqual({
		retentionMs: week,
		retentionBytes: Infinity,
		compacted: false,
		timestampType: "create",
		...expected,
	});
});
