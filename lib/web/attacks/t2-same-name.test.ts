// T2: does a wall screen or a program see or end what is somebody's who is called the same?
import { afterEach, beforeEach, expect, test } from "vitest";
import { sessionAs } from "#lib/access/for-tests.ts";
import { hashOf, newSecret } from "#lib/access/sessions.ts";
import { type Stage, stage } from "../for-tests.ts";
import { collectorOf, peopleDoors, type Sent } from "../for-tests-people.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let mina: string;
let tokenId: string;
let program: string;

beforeEach(async () => {
	here = await stage();
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	const admin = await here.signIn();
	const cookies = await doors.joined(admin, "mina", "operator");
	mina = cookies["tidemark-session"] ?? "";
	const body = { name: "ci", roles: ["viewer"], days: 3 };
	program = await doors.made(mina, doors.makeToken, body);
	const { tokens } = await said(doors.tokens, { token: mina });
	tokenId = tokens[0].id;
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

const said = async (route: typeof doors.tokens, sent: Sent) =>
	(await doors.send(route, sent)).json();

test("a wall screen whose name somebody bears since sees its own session, and ends none of theirs", async () => {
	const wall = newSecret();
	const startedMs = here.clock.nowMs;
	const began = { hash: hashOf(wall), startedMs, person: "mina" };
	await here.store.sessions.start(sessionAs("viewer", began));
	const { sessions } = await said(doors.sessions, { token: wall });
	expect(sessions).toMatchObject([{ isThis: true, way: "link" }]);
	expect(await said(doors.tokens, { token: wall })).toEqual({ tokens: [] });
	const hers = (await said(doors.sessions, { token: mina })).sessions;
	const id = hers.find(({ isThis }: { isThis: boolean }) => isThis)?.id;
	for (const wish of [
		{ verb: "end session", session: id },
		{ verb: "end sessions", person: "mina" },
		{ verb: "end token", token: tokenId },
	]) {
		const reply = await doors.send(doors.take, { token: wall }, wish);
		expect(reply.status).toBeGreaterThanOrEqual(403);
	}
	expect((await doors.send(doors.me, { token: mina })).status).toBe(200);
});

test("a program is not told from where its maker signs in, and which other programs there are", async () => {
	const shown: Sent = {
		headers: { authorization: `Bearer ${program}` },
		without: ["origin", "sec-fetch-site", "x-tidemark", "cookie"],
	};
	const body = { name: "another", roles: ["viewer"], days: 3 };
	await doors.made(mina, doors.makeToken, body);
	expect(await said(doors.sessions, shown)).toEqual({ sessions: [] });
	const { tokens } = await said(doors.tokens, shown);
	expect(tokens).toMatchObject([{ name: "ci" }]);
});
