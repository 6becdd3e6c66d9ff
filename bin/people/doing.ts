// How does a command change who may come in? As the owner, by an errand to the collector where one runs, and else by the very same function.
import { setTimeout as after } from "node:timers/promises";
import { begin, leave } from "#lib/access/sessions.ts";
import { tendPeopleOf } from "#lib/collector/people/tend.ts";
import type { Configuration } from "#lib/config/configuration.ts";
import { type Errand, isWish } from "#lib/core/errand.ts";
import type { Access } from "#lib/core/people/access.ts";
import type { PeopleFault } from "#lib/core/people/faults.ts";
import { ownNames, type PeopleWish } from "#lib/core/people/people.ts";
import { rolesWith } from "#lib/core/people/role.ts";
import { Problem } from "#lib/core/problem.ts";
import { peopleFaults } from "#lib/say/en/people-faults.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { complain } from "../said.ts";

export type Here = {
	readonly store: Store;
	readonly configuration: Configuration;
	/** Throws a Problem where it is refused. */
	did(wish: PeopleWish): Promise<void>;
};

/** What the collector is given before it is done here. */
const waitMs = 15_000;
const lookAgainMs = 50;
const sessionMs = 10 * 60_000;

export async function atStore(
	configuration: Configuration,
	work: (here: Here) => Promise<number>,
): Promise<number> {
	const store = await openStore(configuration.folder);
	const { access: settings } = configuration;
	const access: Access = { ...settings, roles: rolesWith(settings.roles) };
	try {
		return await work({
			...{ store, configuration },
			did: (wish) => asOwner(store, access, wish),
		});
	} catch (error) {
		const said = sentenceOf(error);
		if (said === null) throw error;
		return complain(said, 1);
	} finally {
		await store.close();
	}
}

function sentenceOf(error: unknown): string | null {
	if (!(error instanceof Problem)) return null;
	const { key, values } = error.detail;
	return isFault(key) ? peopleFaults[key](values) : `It was not done: ${key}.`;
}

const isFault = (key: string): key is PeopleFault =>
	Object.hasOwn(peopleFaults, key);

/** What no wish could say is there nowhere: a row that nobody can read is never written. */
const notSaid = ({ verb }: PeopleWish): PeopleFault => {
	if (verb === "end token") return "token gone";
	return verb === "end session" ? "session gone" : "person name bad";
};

async function asOwner(store: Store, access: Access, wish: PeopleWish) {
	if (!isWish(wish)) throw new Problem("refused", notSaid(wish));
	const { token, person } = await begin(
		store,
		{
			...{ person: ownNames.link, way: "link", roles: ["admin"], groups: [] },
			...{ lastsMs: sessionMs, idleMs: sessionMs },
		},
		{ access, origin: { from: null, browser: "tidemark" } },
		Date.now(),
	);
	try {
		const id = crypto.randomUUID();
		await store.errands.ask({
			...{ id, by: person.name, session: person.session, wish },
			askedMs: Date.now(),
		});
		const errand =
			(await answeredIn(store, id)) ?? (await done(store, access, id, wish));
		const { failure } = errand;
		if (failure) throw new Problem("refused", failure.key, failure.values);
	} finally {
		await leave(store, token);
	}
}

/** Null where nobody does. */
async function answeredIn(store: Store, id: string): Promise<Errand | null> {
	const last = await store.pulse.last();
	const lives = last !== null && Date.now() - last.atMs <= 5 * last.everyMs;
	const untilMs = Date.now() + (lives ? waitMs : 0);
	while (Date.now() < untilMs) {
		const errand = await store.errands.find(id);
		if (errand && errand.endedMs !== null) return errand;
		await after(lookAgainMs);
	}
	return null;
}

async function done(
	store: Store,
	access: Access,
	id: string,
	wish: PeopleWish,
): Promise<Pick<Errand, "failure">> {
	const errand = await store.errands.find(id);
	if (errand === null) throw new Problem("not found", "errand gone");
	const tend = tendPeopleOf({ store, access, now: Date.now });
	try {
		const alerts = await tend(wish, errand);
		const endedMs = Date.now();
		await store.errands.end(id, { state: "answered", alerts, endedMs });
		return { failure: null };
	} catch (error) {
		const failure =
			error instanceof Problem
				? error.detail
				: { key: "look failed", values: {} };
		await store.errands.end(id, {
			...{ state: "failed", failure, endedMs: Date.now() },
		});
		if (!(error instanceof Problem)) throw error;
		return { failure };
	}
}
