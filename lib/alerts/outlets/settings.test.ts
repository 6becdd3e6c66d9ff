// Is each mistake in the settings of an outlet told with what to write instead, and never with what was written?
import { describe, expect, test } from "vitest";
import { outletOf } from "../for-tests.ts";
import { outletKinds } from "../register.ts";

const canary = "CANARY-7d1f9c-0123456789";
const mail = {
	server: "smtp://mail.example.org",
	...{ from: "a@example.org", to: "b@example.org" },
};
const hook = { url: "https://hooks.example.org/x" };

function mistakes(called: string, written: object): readonly string[] {
	const kind = outletKinds.find(({ kind }) => kind === called);
	const issues = kind?.settings.safeParse(written).error?.issues ?? [];
	return issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test.each<[kind: string, written: object, say: string]>([
	["slack", {}, "url: write the address of an incoming webhook"],
	["slack", { url: canary }, "url: write the address"],
	["slack", { url: `ftp://${canary}` }, "url: write the address"],
	["webhook", { url: `javascript:${canary}` }, "url: write where notices"],
	["webhook", { ...hook, secret: "short" }, "secret: write at least 16"],
	[
		...(["webhook", { ...hook, template: `{{${canary}}}` }] as const),
		"template: has a place of no known name",
	],
	[
		...([
			"webhook",
			{ ...hook, headers: { "X-A": `a\r\n${canary}: b` } },
		] as const),
		"headers.X-A: a header is a name",
	],
	["webhook", { ...hook, headers: { "X A": canary } }, "a header is a name"],
	[
		...(["webhook", { ...hook, headers: { "X\r\nB": canary } }] as const),
		"a header is a name",
	],
	[
		...(["webhook", { ...hook, headers: { Host: canary } }] as const),
		"is set by Tidemark itself",
	],
	["webhook", { ...hook, headers: canary }, "headers: write headers below it"],
	["pagerduty", {}, "key: write the integration key"],
	["pagerduty", { key: canary, url: "x" }, "url: write where events"],
	["alertmanager", { url: "am:9093" }, "url: write where Alertmanager"],
	["email", { ...mail, server: canary }, "server: write where mail"],
	["email", { ...mail, server: "smtp://h:0" }, "server: write where mail"],
	["email", { ...mail, server: `smtp://${canary}@h` }, "server: write where"],
	["email", { ...mail, from: `${canary}\n@x` }, "from: write an address"],
	["email", { ...mail, to: [`a@b`, `${canary}>`] }, "to.1: write an address"],
	["email", { ...mail, to: [] }, "to: write an address or a list"],
	["email", { ...mail, user: canary }, "password: write user and password"],
	[
		...([
			"email",
			{ ...mail, user: "u", password: canary, starttls: "never" },
		] as const),
		"starttls: the password would be sent in clear",
	],
	["email", { ...mail, starttls: canary }, "starttls: write required"],
])("%s: a mistake is told where it is", (kind, written, say) => {
	const told = mistakes(kind, written).join("\n");
	expect(told).toContain(say);
	expect(told).not.toContain(canary);
});

test.each(outletKinds.map(({ kind }) => kind))(
	"%s knows no other key",
	(kind) => {
		const issues = outletKinds
			.find((one) => one.kind === kind)
			?.settings.safeParse({ surely: "not" }).error?.issues;
		expect(issues?.map(({ code }) => code)).toContain("unrecognized_keys");
	},
);

describe("a password in the address of a mail server", () => {
	test.each([
		["smtp://u:p%40ss@h:25", "smtp://h:25: b@example.org"],
		["smtps://u:p@ss@h", "smtps://h:465: b@example.org"],
		["smtp://h", "smtp://h:587: b@example.org"],
	])("%s is shown as %s", (server, shown) => {
		expect(outletOf("email", { ...mail, server }).address).toBe(shown);
	});
});
