// Is it told right what an answer means that is not the one that was asked for?
import { expect, test } from "vitest";
import { refusalOf } from "./trouble-of.ts";

const path = "/api/nodes?columns=name";
const how = { secret: "hush", signsIn: true };

test.each([
	["what was asked for", 200, [], null],
	["what was done", 204, null, null],
	["a page of something else", 200, null, "not managed"],
	["nothing of a management", 404, null, "not managed"],
	[
		"a wrong password",
		401,
		{ error: "not_authorized", reason: "Login failed" },
		"sign-in refused",
	],
	[
		"the same from 3.13 on",
		401,
		{ error: "not_authorized", reason: "Not_Authorized" },
		"sign-in refused",
	],
	[
		"a right that is missing",
		401,
		{ reason: "Not monitor user" },
		"right missing",
	],
	["no right at all", 401, { reason: "Not management user" }, "not allowed"],
	[
		"a right to nothing there",
		401,
		{ reason: "Access refused" },
		"not allowed",
	],
	["nothing by that name", 404, { reason: "Not Found" }, "question unknown"],
	["a fault of its own", 500, { reason: "boom" }, "not ready"],
	["a question it cannot take", 400, { reason: "bad" }, "not understood"],
])("%s", (_, code, body, expected) => {
	expect(refusalOf({ code, body }, path, how)?.code ?? null).toBe(expected);
});

test("without a user it wants one", () => {
	const answer = { code: 401, body: { reason: "Login failed" } };
	expect(refusalOf(answer, path, { ...how, signsIn: false })).toMatchObject({
		code: "sign-in wanted",
	});
});

test("the password is repeated to nobody, and the question is named", () => {
	const answer = { code: 401, body: { reason: "Not monitor user hush" } };
	expect(refusalOf(answer, path, how)).toEqual({
		...{ code: "right missing", part: "GET /api/nodes" },
		detail: "401 Not monitor user •••",
	});
});
