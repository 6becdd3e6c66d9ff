// T14: once a way in is closed by the configuration, does anything that came by it go on, to the store, to a broker or from a program?
import { afterEach, beforeEach, expect, test } from "vitest";
import { begin, personOf, whoIs } from "#lib/access/sessions.ts";
import {
	type AccessSettings,
	noAccess,
	type Provider,
	type Way,
} from "#lib/core/people/access.ts";
import { Secret } from "#lib/core/secret.ts";
import { type Stage, stage } from "../for-tests.ts";
import { collectorOf, peopleDoors, type Sent } from "../for-tests-people.ts";
import { accessOf } from "../place.ts";

const provider: Provider = {
	...{ label: "Sign in", issuer: "https://id.example.org", client: "tide" },
	...{ secret: new Secret("s"), nameClaim: "name", groupsClaim: "groups" },
	scopes: [],
};
const open: Partial<AccessSettings> = {
	...{ everybody: ["operator"], trustedProxies: ["10.0.0.5"], provider },
	...{ demo: true, headers: { person: "x-user", groups: null } },
};
const closings: readonly (readonly [Way, Partial<AccessSettings>])[] = [
	["provider", { provider: null }],
	["proxy", { headers: null }],
	["demo", { demo: false }],
	["password", { passwords: false }],
];

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
beforeEach(async () => {
	here = await stage({ access: open });
	collector = await collectorOf(here);
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

const closedBy = (closing: Partial<AccessSettings>) =>
	accessOf({ ...noAccess, ...open, ...closing });

test.each(closings)(
	"T14: who came by %s before it was closed is nobody, at the door and for the collector",
	async (way, closing) => {
		const { store, clock, place } = here;
		const doors = peopleDoors(here);
		await doors.joined(await here.signIn(), "mina", "operator");
		const { access } = place;
		const { token, person } = await begin(
			store,
			{
				...{ person: "mina", way, groups: [], lastsMs: 1e9, idleMs: 1e9 },
				roles: way === "demo" ? ["visitor"] : [],
			},
			{ access, origin: { from: null, browser: null } },
			clock.nowMs,
		);
		expect((await whoIs(store, token, access, clock.nowMs))?.way).toBe(way);
		const closed = closedBy(closing);
		const asked = await personOf(store, person.session, closed, clock.nowMs);
		expect(asked).toBeNull();
		expect(await whoIs(store, token, closed, clock.nowMs)).toBeNull();
	},
);

test("T14: with passwords switched off the tokens of people who came by one open nothing, and the owner's do", async () => {
	const doors = peopleDoors(here);
	const owner = await here.signIn();
	const { "tidemark-session": mina = "" } = await doors.joined(
		...([owner, "mina", "operator"] as const),
	);
	const asked = { name: "ci", roles: ["viewer"], days: 30 };
	const hers = await doors.made(mina, doors.makeToken, asked);
	const theirs = await doors.made(owner, doors.makeToken, asked);
	const shown = (token: string): Sent => ({
		headers: { authorization: `Bearer ${token}` },
	});
	const access = closedBy({ passwords: false });
	const off = peopleDoors({ ...here, place: { ...here.place, access } });
	const http = async (doors: typeof off, token: string) =>
		(await doors.send(doors.me, shown(token))).status;
	expect([await http(doors, hers), await http(doors, theirs)]).toEqual([
		...[200, 200],
	]);
	expect([await http(off, hers), await http(off, theirs)]).toEqual([401, 200]);
});

test("T14: a store that a demo was shown from lets no visitor to what is watched with it later", async () => {
	const doors = peopleDoors({ ...here, place: { ...here.place, demo: true } });
	const answer = await doors.send(doors.enter, {}, { by: "demo" });
	const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
	const access = closedBy({ demo: false });
	const later = peopleDoors({ ...here, place: { ...here.place, access } });
	const http = async (at: typeof doors) =>
		(await at.send(at.me, { headers: { cookie } })).status;
	expect([await http(doors), await http(later)]).toEqual([200, 401]);
});
