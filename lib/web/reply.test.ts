// Does every answer carry what keeps it private, and does a bug tell nothing but where to look?
import { describe, expect, test } from "vitest";
import { Problem, problemCodes } from "#lib/core/problem.ts";
import { problemReply } from "#lib/wire/problem.ts";
import { bareReply, reply, sorry, textReply, withoutSecrets } from "./reply.ts";

const token = `${"Zq3_".repeat(10)}abc`;

describe("an answer", () => {
	test.each([
		["with a body", reply({}, { headers: { "cache-control": "public" } })],
		["without one", bareReply(304, { etag: "x" })],
		[
			"as a file",
			textReply("a", { "content-type": "x/y", "content-disposition": "z" }),
		],
		["to a problem", sorry(new Problem("invalid", "x"), "GET /x")],
		["to a bug", sorry(new Error("x"), "GET /x", () => {})],
	])("%s is kept by nobody and read as nothing else", (_, { headers }) => {
		expect(headers.get("cache-control")).toBe("private, no-store");
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
	});
});

describe("a problem", () => {
	test.each(problemCodes)(
		"%s is a mistake of somebody, never a 500",
		(code) => {
			const answer = sorry(new Problem(code, "x"), "GET /x");
			expect(answer.status).toBeGreaterThanOrEqual(400);
			expect(answer.status).not.toBe(500);
		},
	);

	test.each(["Problem", "StoreFull"])(
		"of another copy of the class %s is still a problem",
		async (name) => {
			const copy = Object.assign(new Error("invalid: bad cursor"), {
				name,
				code: "invalid",
				detail: { key: "bad cursor", values: {} },
			});
			const answer = sorry(copy, "GET /x", () => {});
			expect(answer.status).toBe(400);
			expect(await answer.json()).toMatchObject({ code: "invalid" });
		},
	);
});

describe("a bug", () => {
	test("tells an id and nothing else, and the log has the rest under that id", async () => {
		const lines: string[] = [];
		const error = new Error("no such table: sessions");
		const answer = sorry(error, "GET /api/board", (line) => lines.push(line));
		const text = await answer.text();
		const { id, code } = problemReply.parse(JSON.parse(text));
		expect(answer.status).toBe(500);
		expect(code).toBe("bug");
		expect(text).not.toContain("table");
		expect(lines).toHaveLength(1);
		expect(JSON.parse(lines[0] ?? "")).toMatchObject({
			id,
			door: "GET /api/board",
			error: expect.stringContaining("no such table"),
		});
	});

	test("is one line in the log, whatever it says", () => {
		const lines: string[] = [];
		const error = new Error("first\n\u001b[31msecond\r\nthird");
		sorry(error, "GET /x", (line) => lines.push(line));
		const line = lines.join("").trimEnd();
		for (const sign of ["\n", "\r", "\u001b"]) expect(line).not.toContain(sign);
	});

	test.each([
		`Cookie: tidemark-session=${token}`,
		`bad key ${token}.`,
		`Authorization: Bearer tm_${token}`,
		`/enter#invitation=${token}`,
		`connect kafka://user:${token.slice(0, 9)}@host:1`,
		`https://x/?password=${token.slice(0, 9)}&a=1`,
	])("leaves its secret out of the log: %s", (text) => {
		expect(withoutSecrets(text)).not.toContain(token.slice(0, 9));
	});
});
