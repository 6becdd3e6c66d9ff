// What becomes of a provider that is away, that calls itself otherwise, or that may answer for others?
import { expect, test } from "vitest";
import { Secret } from "#lib/core/secret.ts";
import { issuerOf as issuerWith } from "./issuer.ts";
import { NotReached, type Reach } from "./reach.ts";

const issuer = "https://id.example.org/realm";
const settings = (of = issuer) => ({
	...{ label: "Sign in", issuer: of, client: "tidemark" },
	...{ secret: new Secret("s"), nameClaim: "name", groupsClaim: "groups" },
	scopes: ["openid"],
});

const issuerOf = (its: ReturnType<typeof settings>, reach: Reach) =>
	issuerWith(its, reach, () => undefined);

const says = (fields: Readonly<Record<string, unknown>>) =>
	new Response(JSON.stringify(fields), {
		headers: { "content-type": "application/json" },
	});

const about = (itself: string) => ({
	...{ issuer: itself, authorization_endpoint: `${issuer}/authorize` },
	...{ token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
});

function provider(answer: () => Response) {
	const asked: string[] = [];
	const reach: Reach = async (address) => {
		asked.push(address);
		return answer();
	};
	return { asked, reach };
}

test("what it says of itself is remembered for ten minutes, and asked for at its own address only", async () => {
	const { asked, reach } = provider(() => says(about(issuer)));
	const it = issuerOf(settings(), reach);
	const [first, second] = await Promise.all([it.known(0), it.known(0)]);
	expect(first).toBe(second);
	expect(await it.known(599_999)).toBe(first);
	expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`]);
	await it.known(600_000);
	expect(asked).toHaveLength(2);
});

test("while it is away it is asked ever less often, and what was known serves for a day", async () => {
	let isAway = true;
	const { asked, reach } = provider(() => {
		if (isAway) throw new NotReached("away");
		return says(about(issuer));
	});
	const it = issuerOf(settings(), reach);
	const away = expect.objectContaining({ code: "unreachable" });
	const tries: number[] = [];
	for (let nowMs = 0; nowMs < 300_000; nowMs += 500) {
		const before = asked.length;
		await expect(it.known(nowMs)).rejects.toEqual(away);
		if (asked.length > before) tries.push(nowMs / 1_000);
	}
	expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
	isAway = false;
	const known = await it.known(400_000);
	isAway = true;
	expect(await it.known(2_000_000)).toBe(known);
	expect(await it.known(80_000_000)).toBe(known);
	await expect(it.known(87_000_000)).rejects.toEqual(away);
});

test.each([
	["another host", "https://id.example.com/realm"],
	["a host that looks alike", "https://id.example.org.evil.example/realm"],
	["another realm", "https://id.example.org/other"],
	["the same in clear", "http://id.example.org/realm"],
])(
	"T15, one that calls itself by %s is not believed",
	async (_what, itself) => {
		const { reach } = provider(() => says(about(itself)));
		await expect(issuerOf(settings(), reach).known(0)).rejects.toMatchObject({
			detail: { key: "provider not believed" },
		});
	},
);

test("T15, one that answers for every tenant there is is not believed", async () => {
	const common = "https://login.microsoftonline.com/common/v2.0";
	const { reach } = provider(() =>
		says(about("https://login.microsoftonline.com/{tenantid}/v2.0")),
	);
	await expect(
		issuerOf(settings(common), reach).known(0),
	).rejects.toMatchObject({ detail: { key: "provider not believed" } });
});

test.each([
	"http://id.example.org",
	"http://127.0.0.1.example.org",
	"ftp://id.example.org",
	"https://user:secret@id.example.org",
	"https://id.example.org/.well-known/openid-configuration",
	"https://id.example.org/?realm=x",
	"nonsense",
])("T15, %s is no issuer, and is not asked", async (address) => {
	const { asked, reach } = provider(() => says(about(address)));
	await expect(
		issuerOf(settings(address), reach).known(0),
	).rejects.toMatchObject({ detail: { key: "provider not believed" } });
	expect(asked).toEqual([]);
});
