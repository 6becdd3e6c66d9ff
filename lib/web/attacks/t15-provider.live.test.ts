// T15: a provider that lies, somebody between, or a browser that began nothing: nobody comes in, and nothing they wrote is told.
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import {
	type Lies,
	startWickedProvider,
	type WickedProvider,
} from "#world/wicked-provider.ts";
import {
	type Arrived,
	type Company,
	companyAt,
} from "../for-tests-provider.ts";

const ann = { preferred_username: "ann", groups: ["payments"] };
let provider: WickedProvider;
let company: Company;

beforeAll(async () => {
	provider = await startWickedProvider(ann);
	company = await companyAt(provider);
});
afterAll(async () => {
	await company.stage.close();
	await provider.stop();
});

beforeEach(() => provider.lie({}));

async function comesBack(lies: Lies): Promise<Arrived> {
	provider.lie(lies);
	// What it said of itself is remembered for a while.
	company.stage.clock.nowMs += 11 * 60_000;
	const browser = company.browser();
	const to = await browser.leave();
	return browser.back(provider.visit(to.href));
}

const out = (trouble: string) => ({ code: 303, person: null, trouble });

test("whoever tells the truth is let in, so that everything below is refused for its lie", async () => {
	expect(await comesBack({})).toMatchObject({
		...{ code: 200, person: "ann", groups: ["payments"], trouble: null },
	});
});

describe("T15, what was signed", () => {
	test.each<readonly [string, Lies]>([
		["of another issuer", { claims: { iss: "https://id.example.org" } }],
		[
			"of an issuer that looks alike",
			{ claims: { iss: "http://127.0.0.1.example.org" } },
		],
		["for another audience", { claims: { aud: "another" } }],
		[
			"for us and others, handed to one of them",
			{ claims: { aud: ["tidemark", "another"], azp: "another" } },
		],
		["for nobody", { claims: { aud: [] } }],
		["with another nonce", { claims: { nonce: "another" } }],
		["without a nonce", { claims: { nonce: undefined } }],
		["that is over", { claims: { exp: 1_000_000_000 } }],
		["that never ends", { claims: { exp: undefined } }],
		["that is not valid yet", { claims: { nbf: 4_000_000_000 } }],
		["without a subject", { claims: { sub: undefined } }],
		["with a subject that is no text", { claims: { sub: ["1"] } }],
		[
			"with alg none and no signature",
			{ header: { alg: "none" }, signedBy: "nobody" },
		],
		["with alg None", { header: { alg: "None" }, signedBy: "nobody" }],
		["with no signature at all", { signedBy: "nobody" }],
		[
			"with HS256 and the public key as its secret",
			{ header: { alg: "HS256" }, signedBy: "the public key" },
		],
		[
			"with HS256 and the secret of the client",
			{ header: { alg: "HS256" }, signedBy: "the secret" },
		],
		[
			"with HS256, which the provider itself announces",
			{
				discovery: { id_token_signing_alg_values_supported: ["HS256"] },
				header: { alg: "HS256" },
				signedBy: "the secret",
			},
		],
		[
			"with none, which the provider itself announces",
			{
				discovery: { id_token_signing_alg_values_supported: ["none"] },
				header: { alg: "none" },
				signedBy: "nobody",
			},
		],
		["with a key nobody published", { signedBy: "another" }],
		["with a key that is named and not there", { header: { kid: "another" } }],
		["with a critical mark nobody understands", { header: { crit: ["exp"] } }],
		["as no token", { reply: { id_token: "a.b.c" } }],
		["not at all", { reply: { id_token: undefined } }],
	])("%s: nobody comes in", async (_what, lies) => {
		expect(await comesBack(lies)).toMatchObject(out("provider not believed"));
	});
});

describe("T15, what came back with the browser", () => {
	test.each<readonly [string, Lies["answer"] & object, string]>([
		["another state", { state: "another" }, "sign-in over"],
		["no state", { state: null }, "sign-in over"],
		[
			"mix-up: another issuer answered",
			{ iss: "https://id.example.org" },
			"provider not believed",
		],
		[
			"mix-up: no issuer, where it names itself",
			{ iss: null },
			"provider not believed",
		],
		[
			"an answer that skips the code",
			{ code: null, id_token: "a.b.c" },
			"provider not believed",
		],
		["no code", { code: null }, "provider not believed"],
		["a code of nobody", { code: "another" }, "sign-in over"],
		[
			"an error",
			{ code: null, error: "access_denied" },
			"provider turned away",
		],
		[
			"an error the provider made up",
			{ code: null, error: "<script>alert(1)</script>" },
			"provider refused",
		],
	])("%s: nobody comes in", async (_what, answer, trouble) => {
		expect(await comesBack({ answer })).toMatchObject(out(trouble));
	});

	test("what the provider says of an error is told nowhere", async () => {
		const canary = "canary-<script>alert(1)</script>";
		const { page, on, cookies } = await comesBack({
			answer: {
				code: null,
				error: canary,
				error_description: canary,
				error_uri: `https://${canary}`,
			},
		});
		expect(company.log.length).toBeGreaterThan(0);
		for (const text of [page, on, ...cookies, ...company.log])
			expect(text).not.toMatch(/canary|script/);
	});

	test("a code that is used twice opens once, even where the provider takes it again", async () => {
		const browser = company.browser();
		const answer = provider.visit((await browser.leave()).href);
		const before = new Map(browser.jar);
		expect(await browser.back(answer)).toMatchObject({ person: "ann" });
		const again = company.browser();
		for (const [name, value] of before) again.jar.set(name, value);
		const heard = provider.heard.length;
		expect(await again.back(answer)).toMatchObject(out("sign-in over"));
		expect(provider.heard.length).toBe(heard);
	});

	test("a browser that began nothing ends nothing, nor does one that began another sign-in", async () => {
		const [hers, his] = [company.browser(), company.browser()];
		const heard = provider.heard.length;
		const answer = provider.visit((await hers.leave()).href);
		expect(await company.browser().back(answer)).toMatchObject(
			out("sign-in over"),
		);
		await his.leave();
		expect(await his.back(answer)).toMatchObject(out("sign-in over"));
		expect(provider.heard.slice(heard)).not.toContain("/token");
		expect(await hers.back(answer)).toMatchObject({ person: "ann" });
	});

	test("whoever guesses at the state of a sign-in does not spend it", async () => {
		const browser = company.browser();
		const answer = provider.visit((await browser.leave()).href);
		const held = new Map(browser.jar);
		await browser.back(new URLSearchParams({ code: "x", state: "y" }));
		for (const [name, value] of held) browser.jar.set(name, value);
		expect(await browser.back(answer)).toMatchObject({ person: "ann" });
	});

	test("a cookie that somebody wrote, or that was sealed for something else, begins nothing", async () => {
		const browser = company.browser();
		const answer = provider.visit((await browser.leave()).href);
		const { trouble } = await browser.back(new URLSearchParams());
		expect(trouble).toBe("sign-in over");
		const sealed = browser.jar.get("tidemark-trouble") ?? "";
		expect(sealed).not.toBe("");
		for (const cookie of [sealed, "x".repeat(80), "", `${sealed}x`]) {
			browser.jar.set("tidemark-sign-in", cookie);
			expect(await browser.back(answer)).toMatchObject(out("sign-in over"));
		}
	});

	test("after ten minutes a sign-in is over", async () => {
		const browser = company.browser();
		const answer = provider.visit((await browser.leave()).href);
		company.stage.clock.nowMs += 10 * 60_000;
		expect(await browser.back(answer)).toMatchObject(out("sign-in over"));
	});
});

describe("T7, where somebody goes on to", () => {
	test.each([
		["/?filter=verdict:slow", "/?filter=verdict:slow"],
		["//evil.example", "/"],
		["/\\evil.example", "/"],
		["https://evil.example", "/"],
		["javascript:alert(1)", "/"],
		[
			'/?"><script>alert(1)</script>',
			"/?%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
		],
	])("%s leads to %s", async (next, place) => {
		const browser = company.browser();
		const to = await browser.leave(next);
		const { on, page, code } = await browser.back(provider.visit(to.href));
		expect({ on, code }).toEqual({ on: place, code: 200 });
		expect(page).not.toMatch(/<script|evil/);
	});

	test("only who goes there begins a sign-in, and not a page that draws a picture of it", async () => {
		const browser = company.browser();
		const { href } = await browser.leave();
		expect(href.startsWith(`${provider.issuer}/authorize?`)).toBe(true);
		const asked = new URL(href).searchParams;
		expect(asked.get("code_challenge_method")).toBe("S256");
		expect(asked.get("redirect_uri")).toBe(
			"http://127.0.0.1:7700/api/session/provider/back",
		);
	});
});
