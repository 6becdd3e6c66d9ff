// Does a template say what it was given to say, and can nothing that is filled in change what it is?
import { expect, test } from "vitest";
import { noticeText } from "#lib/say/notice-text.ts";
import { nasty, noticeOf, parts, stopped } from "./for-tests.ts";
import { parseTemplate } from "./template.ts";

function filled(written: string, channel = "orders"): string {
	const template = parseTemplate(written);
	if (typeof template === "string") throw new Error(template);
	const notice = noticeOf([stopped(channel)], { id: "n-1" });
	return template.fill(notice, noticeText(notice, parts), parts.url);
}

test("places are filled, in JSON and in plain lines", () => {
	const json =
		'{"text": "{{title}}\\n{{ do }}", "n": {{firing}}, "key": "{{id}}"}';
	expect(JSON.parse(filled(json))).toEqual({
		text: "stopped: orders → billing (eu)\nCall the payments team.",
		...{ n: 1, key: "n-1" },
	});
	expect(filled("{{gravity}} {{rule}} on {{broker}}: {{says}}")).toBe(
		"critical stopped on eu: fires",
	);
	expect(filled("{{link}}")).toMatch(
		/^https:\/\/tidemark\.example\.org\/subscriptions\/orders\?from=/,
	);
	expect(filled("{{text}}").split("\n").length).toBeGreaterThan(4);
});

test("what is sent says what it is", () => {
	const type = (written: string) => {
		const template = parseTemplate(written);
		return typeof template === "string" ? template : template.type;
	};
	expect(type('["{{title}}"]')).toBe("application/json");
	expect(type("{{title}}")).toBe("text/plain; charset=utf-8");
});

test.each(nasty)("%j stays within its place", (channel) => {
	const json = filled('{"a": "{{title}}", "b": "{{text}}"}', channel);
	expect(Object.keys(JSON.parse(json))).toEqual(["a", "b"]);
	const lines = filled("to: {{broker}}\n{{title}}\nend", channel).split("\n");
	expect(lines).toHaveLength(3);
	expect(lines[2]).toBe("end");
});

test("what is filled in is not filled again", () => {
	expect(filled("{{title}}", "{{id}}")).toContain("{{id}}");
	expect(filled("{{title}}", "$& $1 $`")).toContain("$& $1 $`");
});

test.each([
	["{{titles}}", "did you mean {{title}}?"],
	["{{constructor}}", "no known name"],
	["{{__proto__}}", "no known name"],
	["{{}}", "no known name"],
	["{{title", "is not closed"],
	['{"text": {{title}}}', "put places in quotes"],
	['{"text": "{{title}}"', "put places in quotes"],
])("%j is refused, with what to write", (written, say) => {
	expect(parseTemplate(written)).toContain(say);
});
