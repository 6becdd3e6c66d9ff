// Who did what? Clean-ups and changes, the latest first: a page for the screen, or all that fit as a file.
import type { Person } from "#lib/access/sessions.ts";
import { bearsName } from "#lib/access/theirs.ts";
import {
	begunStates,
	type Errand,
	type ErrandState,
	isChange,
} from "#lib/core/errand.ts";
import { mayEverywhere } from "#lib/core/people/rights.ts";
import type { ActivityFilter } from "#lib/store/clean-up-port.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { ActivityReply, DoneReply } from "#lib/wire/activity.ts";
import { activityRequest } from "#lib/wire/activity-request.ts";
import { changeOnWire } from "#lib/wire/change-on-wire.ts";
import { cleanUpOnWire } from "#lib/wire/clean-up-on-wire.ts";
import { isoOf } from "#lib/wire/on-wire.ts";
import { heads, linesOf } from "./activity-csv.ts";
import { queryOf } from "./body.ts";
import { csvOf } from "./csv.ts";
import { fileHeaders } from "./file.ts";
import type { AskedBy } from "./guard.ts";
import { reply, textReply } from "./reply.ts";
import { jsonPieces, streamOf } from "./stream.ts";

const atOnce = 50;

export async function answerActivity(asked: AskedBy): Promise<Response> {
	const { request, nowMs, person } = asked;
	const params = new URL(request.url).searchParams;
	const query = queryOf(params, activityRequest);
	const filter = filterOf(query);
	const { format, limit, cursor = null } = query;
	const store = await asked.store();
	const at = isoOf(nowMs);
	if (format === undefined) {
		const page = await pageOf({ store, person }, filter, limit, cursor);
		const body: ActivityReply = { at, ...page };
		return reply(body);
	}
	const parts = partsOf({ store, person }, filter, cursor);
	const pieces =
		format === "csv"
			? csvPieces(parts)
			: jsonPieces(`{"at":${JSON.stringify(at)},"errands":`, parts);
	const headers = fileHeaders("activity", format, nowMs);
	return textReply(streamOf(pieces), headers);
}

type Reader = { readonly store: SeenStore; readonly person: Person };
type Query = ReturnType<typeof activityRequest.parse>;

function filterOf(query: Query): ActivityFilter {
	const { state, from, to } = query;
	const { by, broker, subscription, action } = query;
	return {
		...(state && { states: statesOf(state) }),
		...(by !== undefined && { by }),
		...(broker !== undefined && { broker }),
		...(subscription !== undefined && { subscription }),
		...(action && { action }),
		...(from !== undefined && { fromMs: Date.parse(from) }),
		...(to !== undefined && { toMs: Date.parse(to) }),
	};
}

/** A change ends answered, and is done as a clean-up is. */
function statesOf(state: NonNullable<Query["state"]>): readonly ErrandState[] {
	if (state === "begun") return [...begunStates, "answered"];
	return state === "done" ? ["done", "answered"] : [state];
}

async function pageOf(
	{ store, person }: Reader,
	filter: ActivityFilter,
	limit: number,
	cursor: string | null,
): Promise<Omit<ActivityReply, "at">> {
	const asked = { filter, limit, cursor, ...toldOfPeople(person) };
	const { errands, next } = await store.errands.list(asked);
	return { errands: errands.flatMap(doneOnWire), next };
}

/** Who may come in is told to who tends that, and to whoever asked for it; never to a program of theirs. */
function toldOfPeople(person: Person) {
	if (mayEverywhere(person.rights, "administer")) return {};
	return { peopleBy: bearsName(person) ? person.name : null };
}

function doneOnWire(errand: Errand): readonly DoneReply[] {
	const { wish } = errand;
	if (wish.verb === "clean up") return [cleanUpOnWire(errand, wish)];
	return isChange(wish) ? [changeOnWire(errand, wish)] : [];
}

async function* partsOf(
	reader: Reader,
	filter: ActivityFilter,
	from: string | null,
): AsyncGenerator<readonly DoneReply[]> {
	let cursor = from;
	do {
		const page = await pageOf(reader, filter, atOnce, cursor);
		yield page.errands;
		cursor = page.next;
	} while (cursor !== null);
}

async function* csvPieces(
	parts: AsyncIterable<readonly DoneReply[]>,
): AsyncGenerator<string> {
	yield csvOf([heads]);
	for await (const errands of parts) yield csvOf(errands.flatMap(linesOf));
}
