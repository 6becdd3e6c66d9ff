// T15: people the provider names otherwise than they are, and a provider that hangs, floods and leads elsewhere in the middle: nobody comes in as another.
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
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
let elsewhere: HttpSink;
let company: Company;

beforeAll(async () => {
	provider = await startWickedProvider(ann);
	elsewhere = await startHttpSink();
});
beforeEach(async () => {
	provider.lie({});
	company = await companyAt(provider, {}, {}, 1_000);
	return () => company.stage.close();
});
afterAll(async () => {
	await provider.stop();
	await elsewhere.stop();
});

async function comesBack(lies: Lies, to = company): Promise<Arrived> {
	provider.lie(lies);
	const browser = to.browser();
	const { href } = await browser.leave();
	return browser.back(provider.visit(href));
}

const as = (claims: Lies["claims"] & object) => comesBack({ claims });

describe("T15, groups", () => {
	test.each([
		["in other letters", ["SRE", "Payments"]],
		["with something around them", [" sre", "sre ", "sre,payments", "/sre"]],
		["that only begin or end so", ["sre-cooks", "non-sre"]],
		["as patterns", ["*", "sr*", ".*"]],
		["as what every object has", ["__proto__", "constructor", "toString"]],
		["one inside another", [["sre"], { sre: true }]],
		["in no form at all", { sre: "admin" }],
		["none", []],
	])("%s give no role", async (_what, groups) => {
		expect(await as({ groups })).toMatchObject({
			...{ person: null, trouble: "groups without role" },
		});
	});

	test("whoever has none that counts learns their own, and nobody else's", async () => {
		const { page, on } = await as({ groups: ["cooks"] });
		expect(page + on).not.toMatch(/sre|payments|cooks/);
	});
});

test("T15, a mail address that was not verified is nobody's name", async () => {
	const byMail = await companyAt(provider, { nameClaim: "email" });
	const claims = { email: "boss@example.org", email_verified: false };
	expect(await comesBack({ claims }, byMail)).toMatchObject({
		...{ person: null, trouble: "mail not verified" },
	});
	const verified = { ...claims, email_verified: true };
	expect(await comesBack({ claims: verified }, byMail)).toMatchObject({
		person: "boss@example.org",
	});
	await byMail.stage.close();
});

describe("T15, names", () => {
	test("two people of one name are two, however often they come", async () => {
		expect(await as({ sub: "1" })).toMatchObject({ person: "ann" });
		const other = await as({ sub: "2" });
		expect(other.person).toMatch(/^ann \+[0-9a-f]{6}$/);
		expect(await as({ sub: "1" })).toMatchObject({ person: "ann" });
		expect(await as({ sub: "2" })).toMatchObject({ person: other.person });
		const capital = await as({ sub: "3", preferred_username: "ANN" });
		expect(capital.person).toMatch(/^ANN \+[0-9a-f]{6}$/);
	});

	test.each(["owner", "visitor", "OWNER"])(
		"whom the provider calls %s is not the one who is called so here",
		async (preferred_username) => {
			const { person } = await as({ preferred_username });
			expect(person).toMatch(/ \+[0-9a-f]{6}$/);
		},
	);
});

describe("T15, what is asked beside what was signed", () => {
	const short = { groups: undefined };

	test("groups that were not signed are asked for", async () => {
		const told = { groups: ["sre"] };
		expect(await comesBack({ claims: short, told })).toMatchObject({
			...{ person: "ann", groups: ["sre"] },
		});
	});

	test("of somebody else they are not believed", async () => {
		const told = { sub: "2", groups: ["sre"] };
		expect(await comesBack({ claims: short, told })).toMatchObject({
			...{ person: null, trouble: "provider not believed" },
		});
	});

	test("and never take the place of what was signed", async () => {
		const told = { preferred_username: "boss", groups: ["payments"] };
		expect(await comesBack({ claims: short, told })).toMatchObject({
			...{ person: "ann", groups: ["payments"] },
		});
	});
});

describe("T15, a provider that", () => {
	const paths = ["/token", "/jwks"];
	test.each(paths)("leads elsewhere at %s is not followed", async (path) => {
		const at = { path, does: { to: `${elsewhere.url}${path}` } };
		const { person, trouble } = await comesBack({ at });
		expect({ person, trouble }).toEqual({
			...{ person: null, trouble: "provider not believed" },
		});
		expect(elsewhere.connections()).toBe(0);
	});

	test.each(paths)("floods us at %s is cut off", async (path) => {
		expect(await comesBack({ at: { path, does: "is huge" } })).toMatchObject({
			...{ person: null, trouble: "provider not believed" },
		});
	});

	test.each(["hangs", "hangs midway"] as const)(
		"%s keeps nobody waiting for long",
		async (does) => {
			expect(await comesBack({ at: { path: "/token", does } })).toMatchObject({
				...{ person: null, trouble: "provider away" },
			});
		},
	);

	test("names another's place for its secrets in clear is not dialled", async () => {
		const discovery = { token_endpoint: "http://192.0.2.1/token" };
		expect(await comesBack({ discovery })).toMatchObject({
			...{ person: null, trouble: "provider not believed" },
		});
	});

	test("is away is told so at once, and where somebody wanted to is not lost", async () => {
		const at = { path: "/.well-known/openid-configuration", does: "hangs" };
		provider.lie({ at: { ...at, does: "hangs" } });
		const browser = company.browser();
		const to = await browser.leave("/alerts");
		expect(to.pathname + to.search).toBe("/enter?next=%2Falerts");
	});
});
