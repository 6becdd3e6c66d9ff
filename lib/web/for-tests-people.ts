// Who answers what is asked about people while tests look? The collector's own part, over a connection of its own.
import type { z } from "zod";
import { startErrands } from "#lib/collector/errands.ts";
import { tendPeopleOf } from "#lib/collector/people/tend.ts";
import { openStore } from "#lib/store/open.ts";
import type { ErrandReply } from "#lib/wire/errand.ts";
import type { errandRequest } from "#lib/wire/errand-request.ts";
import { comeIn } from "./come-in.ts";
import { answerErrand, takeErrand } from "./errand.ts";
import { ask, type Stage } from "./for-tests.ts";
import { guarded, type Route } from "./guard.ts";
import { answerPeople, answerSessions, answerTokens } from "./people.ts";
import {
	makeInvitation,
	makeLink,
	makeToken,
	setPassword,
} from "./people-secrets.ts";
import { answerSession, goOut } from "./session.ts";

const none = () => Promise.reject(new Error("not asked here"));
const silent = () => undefined;

/** The collector goes by the time of day, so the clock in a test's hand begins there. */
export async function collectorOf({ folder, place, clock }: Stage) {
	clock.nowMs = Date.now();
	const store = await openStore(folder);
	const { access } = place;
	const now = () => clock.nowMs;
	await store.pulse.beat({
		...{ atMs: now(), startedMs: now(), everyMs: 366 * 24 * 3_600_000 },
		history: "kept",
	});
	const errands = startErrands({
		...{ store, access, deadlineMs: 1_000, connectionTo: () => null },
		...{ tries: none, alerts: none },
		cleanUps: { draw: none, run: none, notice: silent, stop: none },
		people: tendPeopleOf({ store, access, now }),
		log: { info: silent, warn: silent, error: silent },
	});
	return {
		async stop() {
			errands.stop();
			await store.close();
		},
	};
}

export type Sent = Parameters<typeof ask>[2];

export function peopleDoors(here: Stage) {
	const at = () => here.place;
	const routes = {
		enter: guarded("POST /api/session", comeIn, at),
		me: guarded("GET /api/session", answerSession, at),
		leave: guarded("DELETE /api/session", goOut, at),
		people: guarded("GET /api/people", answerPeople, at),
		sessions: guarded("GET /api/sessions", answerSessions, at),
		tokens: guarded("GET /api/tokens", answerTokens, at),
		makeToken: guarded("POST /api/tokens", makeToken, at),
		invite: guarded("POST /api/invitations", makeInvitation, at),
		link: guarded("POST /api/links", makeLink, at),
		password: guarded("POST /api/people/{name}/password", setPassword, at),
		take: guarded("POST /api/errands", takeErrand, at),
		errand: guarded("GET /api/errands/{id}", answerErrand, at),
	};
	const send = (route: Route, sent: Sent, body?: unknown) =>
		ask(route, `/${route.door.split(" /")[1]}`, {
			...sent,
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
	/** What came of it, once the collector did it. */
	async function ended(token: string, id: string): Promise<ErrandReply> {
		const reply = await ask(routes.errand, `/api/errands/${id}?wait=10000`, {
			...{ token, params: { id } },
		});
		return reply.json();
	}
	/** Somebody who was invited and set this password. */
	async function joined(admin: string, person: string, role: string) {
		await did(admin, { verb: "add person", person, roles: [role] });
		const secret = await made(admin, routes.invite, { person });
		const key = secret.split("=")[1];
		const body = { by: "invitation", key, password: passwordOf(person) };
		return cookiesIn(await send(routes.enter, {}, body));
	}
	async function did(token: string, wish: z.input<typeof errandRequest>) {
		const taken = await send(routes.take, { token }, wish);
		const { id, detail } = await taken.json();
		if (taken.status !== 202) return { state: taken.status, failure: detail };
		return ended(token, id);
	}
	async function made(token: string, route: Route, body: object) {
		const { errand, secret } = await (
			await send(route, { token }, body)
		).json();
		const { state } = await ended(token, errand);
		if (state !== "answered") throw new Error(`it ended ${state}`);
		return String(secret);
	}
	return { ...routes, send, ended, did, made, joined };
}

export const passwordOf = (person: string): string =>
	`the tide of ${person} comes in`;

/** The cookies a browser has after this answer. */
export const cookiesIn = (answer: Response): Record<string, string> =>
	Object.fromEntries(
		answer.headers.getSetCookie().map((cookie) => {
			const [pair = ""] = cookie.split(";");
			return pair.split("=").slice(0, 2);
		}),
	);
