// T13: a header that names a person counts only from a proxy whose word is taken, and says then only who it is: a page of another site gains nothing by it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { personOf } from "#lib/access/sessions.ts";
import { ask, type Stage, stage } from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { answerSession, goOut } from "../session.ts";

const proxy = "10.0.0.5";
const named = { "x-forwarded-user": "ann", "x-forwarded-groups": "cooks, sre" };
let here: Stage;

beforeEach(async () => {
	here = await stage({
		access: {
			trustedProxies: [proxy],
			headers: { person: "x-forwarded-user", groups: "x-forwarded-groups" },
			groups: { sre: ["operator"], payments: ["viewer"] },
		},
	});
});
afterEach(() => here.close());

async function asks(
	headers: Readonly<Record<string, string>>,
	from = proxy,
	token?: string,
) {
	const route = guarded("GET /api/session", answerSession, () => here.place);
	const answer = await ask(route, "/api/session", {
		...{ from, headers },
		...(token === undefined ? {} : { token }),
	});
	return { http: answer.status, ...(await answer.json()) };
}

const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

test("a proxy whose word is taken says who it is, with the roles of their groups", async () => {
	expect(await asks(named)).toMatchObject({
		...{ http: 200, person: "ann", way: "proxy", roles: ["operator"] },
	});
	const korean = {
		"x-forwarded-user": utf8("김민수"),
		"x-forwarded-groups": "sre",
	};
	expect(await asks(korean)).toMatchObject({ http: 200, person: "김민수" });
});

describe("T13, a forged person", () => {
	test.each(["10.0.0.6", "127.0.0.1", "::1", "nonsense", ""])(
		"from %s is nobody",
		async (from) => {
			for (const headers of [
				named,
				{ ...named, "x-forwarded-for": proxy },
				{ ...named, "x-tidemark-peer": proxy },
				{ ...named, "x-real-ip": proxy },
			])
				expect(await asks(headers, from)).toMatchObject({ http: 401 });
			expect(await here.store.sessions.all(null, 0)).toEqual([]);
		},
	);

	test("beside somebody's own session is not heard, where nobody is trusted to say it", async () => {
		const token = await here.signIn("viewer");
		expect(await asks(named, "10.0.0.6", token)).toMatchObject({
			...{ http: 200, person: "owner", roles: ["viewer"] },
		});
	});

	test("a cookie that somebody put in does not hide whom the proxy names", async () => {
		const token = await here.signIn("admin");
		expect(await asks(named, proxy, token)).toMatchObject({
			...{ person: "ann", roles: ["operator"] },
		});
	});

	test.each([
		["two names", "ann, bob"],
		["a name with a line break", "ann\tbob"],
		["bytes that are no letters", "\xff\xfe"],
		["letters that hide", utf8("a\u200Bnn")],
		["a name written backwards", utf8("\u202Enna")],
		["a script", "<script>"],
		["a name too long", "a".repeat(65)],
	])("%s: nobody", async (_what, name) => {
		const headers = { ...named, "x-forwarded-user": name };
		expect(await asks(headers)).toMatchObject({ http: 403 });
		expect(await here.store.sessions.all(null, 0)).toEqual([]);
	});

	test.each([
		["none", {}],
		["one that only looks alike", { "x-forwarded-groups": "SRE" }],
		["one that only begins so", { "x-forwarded-groups": "sre-cooks" }],
		["a pattern", { "x-forwarded-groups": "sr*, *" }],
		[
			"what every object has",
			{ "x-forwarded-groups": "__proto__, constructor" },
		],
		[
			"more than anybody has",
			{ "x-forwarded-groups": `sre,${"x,".repeat(9_000)}` },
		],
	])("whose groups are %s has no role", async (_what, groups) => {
		const headers = { "x-forwarded-user": "ann", ...groups };
		expect(await asks(headers)).toMatchObject({
			...{ http: 403, detail: { key: "groups without role" } },
		});
		expect(await here.store.sessions.all(null, 0)).toEqual([]);
	});
});

describe("T4, a page of another site in the browser of somebody whom a proxy knows", () => {
	const leave = () => guarded("DELETE /api/session", goOut, () => here.place);

	test.each([
		["no origin", { without: ["origin", "sec-fetch-site"] }],
		["its own origin", { headers: { origin: "https://evil.example" } }],
		["an origin it hides", { headers: { origin: "null" } }],
		[
			"another port of this host",
			{ headers: { "sec-fetch-site": "same-site" } },
		],
		["no header of ours", { without: ["x-tidemark"] }],
	])("changes nothing with %s", async (_what, sent) => {
		const headers = { ...named, ...("headers" in sent ? sent.headers : {}) };
		const answer = await ask(leave(), "/api/session", {
			...sent,
			...{ from: proxy, headers },
		});
		expect(answer.status).toBe(403);
	});

	test("is told nothing, as with a cookie that stays at home", async () => {
		const headers = { ...named, "sec-fetch-site": "cross-site" };
		expect(await asks(headers)).toMatchObject({ http: 401 });
		expect(
			await asks({ ...named, "sec-fetch-site": "same-origin" }),
		).toMatchObject({ http: 200 });
	});
});

describe("the session of somebody whom a proxy knows", () => {
	const only = async () => {
		const [session, ...others] = await here.store.sessions.all(
			null,
			here.clock.nowMs,
		);
		expect(others).toEqual([]);
		if (session === undefined) throw new Error("there is no session");
		return session;
	};

	test("is one, is judged again by others, and is written at most once a minute", async () => {
		await asks(named);
		const { hash, usedMs } = await only();
		here.clock.nowMs += 59_000;
		await asks(named);
		expect((await only()).usedMs).toBe(usedMs);
		here.clock.nowMs += 2_000;
		await asks(named);
		expect(await only()).toMatchObject({ hash, usedMs: usedMs + 61_000 });
		const { access } = here.place;
		expect(
			await personOf(here.store, hash, access, here.clock.nowMs),
		).toMatchObject({ name: "ann", roles: ["operator"] });
	});

	test("has at once the groups that the proxy names now", async () => {
		await asks(named);
		const fewer = { ...named, "x-forwarded-groups": "payments" };
		expect(await asks(fewer)).toMatchObject({ roles: ["viewer"] });
		const { hash } = await only();
		const { access } = here.place;
		expect(
			await personOf(here.store, hash, access, here.clock.nowMs),
		).toMatchObject({ roles: ["viewer"] });
	});

	test("is over for the collector after twelve hours in which nobody came", async () => {
		await asks(named);
		const { hash } = await only();
		const { access } = here.place;
		here.clock.nowMs += 12 * 3_600_000 + 1;
		expect(
			await personOf(here.store, hash, access, here.clock.nowMs),
		).toBeNull();
		expect(await asks(named)).toMatchObject({ person: "ann" });
		expect((await only()).startedMs).toBe(here.clock.nowMs);
	});

	test("opens to nobody who shows what it is called", async () => {
		await asks(named);
		const { hash, id } = await only();
		for (const token of [hash, id, hash.slice(0, 43), "proxy: ann"])
			expect(await asks({}, proxy, token)).toMatchObject({ http: 401 });
	});

	test("ends when they leave, and begins anew when the proxy brings them again", async () => {
		await asks(named);
		const route = guarded("DELETE /api/session", goOut, () => here.place);
		await ask(route, "/api/session", { from: proxy, headers: named });
		expect(await here.store.sessions.all(null, here.clock.nowMs)).toEqual([]);
	});
});

test.each(["owner", "visitor", "Owner", "ｏｗｎｅｒ"])(
	"whoever a proxy calls %s is not taken for the one who is called so here",
	async (name) => {
		const headers = { ...named, "x-forwarded-user": utf8(name) };
		const { person } = await asks(headers);
		expect(person).toMatch(/ \+[0-9a-f]{6}$/);
	},
);
