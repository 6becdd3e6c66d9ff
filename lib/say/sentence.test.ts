// Does every code have its sentence in both languages, with the values in it?
import { describe, expect, test } from "vitest";
import { atMost, exactly } from "#lib/core/amount.ts";
import { goneWhys } from "#lib/core/gone.ts";
import { evidenceCodes } from "#lib/core/member.ts";
import { noteCodes } from "#lib/core/note.ts";
import { troubleCodes } from "#lib/core/trouble.ts";
import { reasonCodes } from "#lib/core/verdict.ts";
import { wholeEn as en } from "./en/spoken.tsx";
import { wholeKo as ko } from "./ko/spoken.tsx";
import { problemKeys } from "./problems.ts";
import {
	checkSentence,
	evidenceSentence,
	membersSentence,
	noteSentence,
	problemSentence,
	reasonSentence,
	troubleSentence,
} from "./sentence.ts";

const values = {
	perSecond: 320,
	forSeconds: 720,
	seconds: 840,
	registered: 12,
	lag: 18_240,
	count: 112,
	readings: 2,
	partitions: 3,
	sinceMs: 1_795_184_946_000,
	code: "no answer",
	part: "node 2",
	messages: 42,
	members: 3,
	subscribers: 12,
	bytes: 31_000_000,
	percent: 95,
	atMs: 1_795_184_946_000,
};

const evidence = {
	...{ idleSeconds: 7200, goneSeconds: 40, sinceSeconds: 40, everySeconds: 5 },
	...{ messages: 42, turns: 60 },
};

describe.each([en, ko])("in $language", (words) => {
	test.each(reasonCodes)("%s is a sentence without a full stop", (code) => {
		const text = reasonSentence(words, { code, values });
		expect(text).not.toMatch(/undefined|NaN|\.$|^$/);
		expect(text.length).toBeLessThanOrEqual(62);
	});
	test.each(reasonCodes)("%s says something even without values", (code) => {
		const text = reasonSentence(words, { code, values: {} });
		expect(text).not.toMatch(/undefined|NaN|null|^$/);
	});
	test.each(noteCodes)("%s is noted without a full stop", (code) => {
		for (const given of [values, {}]) {
			const text = noteSentence(words, { code, values: given });
			expect(text).not.toMatch(/undefined|NaN|null|\.$|^$/);
		}
	});
	test.each(evidenceCodes)("%s is evidence without a full stop", (code) => {
		for (const given of [evidence, {}]) {
			const text = evidenceSentence(words, { code, values: given });
			expect(text).not.toMatch(/undefined|NaN|null|\.$|^$/);
		}
	});
	test.each([...goneWhys, ""])("gone: %s is told with its day", (why) => {
		const gone = { why, at: "2026-11-21T12:00:00.000Z" };
		const detail = { key: "subscription gone", values: gone };
		expect(problemSentence(words, detail)).toMatch(/2026.*\.$/);
	});
	test.each(troubleCodes)("%s is told", (code) => {
		expect(troubleSentence(words, code)).not.toBe(words.numbers.notKnown);
		expect(checkSentence(words, code)).toMatch(/\S\.$/);
	});
	test.each(problemKeys)("%s is a full sentence", (key) => {
		expect(problemSentence(words, { key, values: {} })).toMatch(/[.”]$/);
	});
});

test.each([
	["falls behind", "Falls behind by 320/s for 12 min"],
	["no members", "No members for 12 min; 18,240 waiting"],
	["removed unread", "112 messages were removed before this group read them"],
	["all dead", "12 members registered, all dead; 18,240 waiting"],
	["held by absent", "42 messages held for 12 min by members not seen since"],
	["not moving", "Nothing has moved for 12 min; 12 members registered"],
] as const)("%s reads %s", (code, text) => {
	const said = reasonSentence(en, { code, values });
	expect(said.replaceAll("\u00a0", " ")).toBe(text);
});

test("of what may be more the least is told", () => {
	const some = { parts: 200, of: 600, messages: 1_500, forSeconds: 720 };
	const said = [{}, { bound: "at least" }].map((more) =>
		reasonSentence(en, {
			...{ code: "parts not moving", values: { ...some, ...more } },
		}).replaceAll("\u00a0", " "),
	);
	expect(said).toEqual([
		"200 of 600 partitions not moved for 12 min; 1,500 waiting there",
		"≥200 of 600 partitions not moved for 12 min; ≥1,500 waiting there",
	]);
});

const nothing = { live: null, dead: null, stuck: null, unknown: null };
test.each([
	[en, { registered: 21, ...nothing }, "21 registered"],
	[
		en,
		{ ...nothing, registered: 21, live: atMost(9), dead: 12, stuck: 0 },
		"21 registered · at most 9 live · 12 dead",
	],
	[
		en,
		{ registered: 9, live: exactly(5), dead: 1, stuck: 2, unknown: 3 },
		"9 registered · 5 live · 1 dead · 2 stuck · 3 unknown",
	],
	[
		ko,
		{ ...nothing, registered: 21, live: atMost(9), dead: 12 },
		"등록 21 · 생존 최대 9 · 종료 12",
	],
])("members in $language add up to a line: %#", (words, members, line) => {
	expect(membersSentence(words, members)).toBe(line);
});

test("a code this screen does not know is quoted", () => {
	const reason = { code: "something\u202enew", values: {} };
	expect(reasonSentence(en, reason)).toBe("something\\u202enew");
});

test("a broker that was never heard has no date", () => {
	const reason = { code: "broker silent", values: { sinceMs: -1 } };
	expect(reasonSentence(en, reason)).toBe("The broker has not answered yet");
});

test("a part without a name is the whole", () => {
	const reason = {
		code: "part silent",
		values: { code: "no answer", part: "" },
	};
	expect(reasonSentence(en, reason)).toBe("This part does not answer in time");
});

test("what a broker said about itself cannot turn the line round", () => {
	const text = problemSentence(en, {
		key: "broker trouble",
		values: { code: "no answer", part: "", detail: "a\u202eb" },
	});
	expect(text).toContain("a\\u202eb");
});
