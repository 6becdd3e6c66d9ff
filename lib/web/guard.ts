// Who may pass this door, and from where? Every route is made here, so that no verb can forget to ask.
import {
	type ClosedDoor,
	type Door,
	doors,
	type Entry,
	notForTokens,
	type OpenDoor,
} from "#lib/access/doors.ts";
import { countWrongKey } from "#lib/access/guessing.ts";
import { proxied } from "#lib/access/proxied.ts";
import { showsToken } from "#lib/access/scraper.ts";
import { type Person, whoIs } from "#lib/access/sessions.ts";
import { whoShows } from "#lib/access/tokens.ts";
import { storeFor } from "#lib/access/view.ts";
import type { PeopleFault } from "#lib/core/people/faults.ts";
import {
	may,
	mayCleanUpAnything,
	mayEverywhere,
} from "#lib/core/people/rights.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import { bearerIn } from "./bearer.ts";
import { tokenIn } from "./cookie.ts";
import { refuseForeignChange, refuseForeignHost } from "./origin.ts";
import { originIn, type Peer, peerOf } from "./peer.ts";
import { type Place, place } from "./place.ts";
import { namedByProxy } from "./proxied.ts";
import { sorry } from "./reply.ts";

/** What a route is handed. The body is not read yet: nobody without a right to ask makes us parse anything. */
export type Asked = {
	readonly request: Request;
	readonly params: Readonly<Record<string, string>>;
	readonly place: Place;
	/** Who is at the other end. */
	readonly peer: Peer;
	readonly nowMs: number;
	/** What there is for whoever asks; for a program that scrapes, and at doors that are open, everything. */
	store(): Promise<SeenStore>;
};
export type AskedBy = Asked & { readonly person: Person };

/** The framework gives none where an address has no part that varies, whatever its types say. */
type Params = Promise<
	Record<string, string | string[] | undefined> | undefined
>;
export type Route = {
	(request: Request, context: { params: Params }): Promise<Response>;
	readonly door: Door;
};

type Table = Readonly<Record<Door, Entry>>;

export function guarded(
	door: OpenDoor,
	handler: (asked: Asked) => Promise<Response>,
	at?: () => Place,
	table?: Table,
): Route;
export function guarded(
	door: ClosedDoor,
	handler: (asked: AskedBy) => Promise<Response>,
	at?: () => Place,
	table?: Table,
): Route;
export function guarded(
	door: Door,
	handler: (asked: AskedBy) => Promise<Response>,
	at: () => Place = place,
	table: Table = doors,
): Route {
	const answer = async (request: Request, context: { params: Params }) => {
		try {
			const here = at();
			const nowMs = here.now();
			const peer = peerOf(request.headers, here);
			refuseForeign(door, table[door], request, peer);
			const came = { request, place: here, peer, nowMs };
			const person = await admitted(table[door], came);
			if (person?.way === "token" && notForTokens.has(door))
				throw new Problem("forbidden", "not for tokens" satisfies PeopleFault);
			const params = singles(await context.params);
			const store = async () => {
				const whole = await here.store();
				return person === null ? whole : storeFor(whole, person);
			};
			const asked = { ...came, params, person, store };
			// Without a person only an open door is passed, and its handler is declared above to take none.
			const response = await handler(asked as AskedBy);
			// A screen that nobody reloads learns from it that it is of another release.
			if (person !== null && here.build !== null)
				response.headers.set("tidemark-build", here.build);
			return response;
		} catch (error) {
			return sorry(error, door);
		}
	};
	return Object.assign(answer, { door });
}

/** No page of another site can send a token without asking first, nor knows one. */
function refuseForeign(
	door: Door,
	entry: Entry,
	{ headers }: Request,
	peer: Peer,
): void {
	refuseForeignHost(peer);
	const [verb = ""] = door.split(" ");
	const isProgram = entry !== "open" && bearerIn(headers) !== null;
	if (verb !== "GET" && !isProgram) refuseForeignChange(headers, verb, peer);
}

async function admitted(
	entry: Entry,
	{ request, place: here, peer, nowMs }: Omit<Asked, "params" | "store">,
): Promise<Person | null> {
	if (entry === "open") return null;
	if (entry === "scrape" && showsToken(request.headers, here.scrapeHash))
		return null;
	const act = entry === "scrape" ? "see" : entry;
	const person = await personAt({ request, place: here, peer, nowMs });
	if (person === null) throw new Problem("unauthenticated", "not signed in");
	const { rights } = person;
	const isAllowed =
		act === "clean up"
			? mayCleanUpAnything(rights)
			: // What is scraped is everything.
				entry === "scrape"
				? mayEverywhere(rights, act)
				: may(rights, act);
	if (!isAllowed) throw new Problem("forbidden", "not allowed");
	return person;
}

/** What a program shows counts alone. Where a proxy says who it is, a cookie that somebody put in changes nothing. */
async function personAt({
	request: { headers },
	place: { access, store },
	peer,
	nowMs,
}: Omit<Asked, "params" | "store">): Promise<Person | null> {
	const shown = bearerIn(headers);
	if (shown !== null) {
		const person = await whoShows(await store(), shown, access, nowMs);
		if (person === null) await countWrongKey(await store(), peer.client, nowMs);
		return person;
	}
	const named = namedByProxy(headers, access.headers, peer);
	if (named !== null) {
		const origin = originIn(peer, headers);
		return proxied(await store(), named, { access, origin }, nowMs);
	}
	const token = tokenIn(headers, peer);
	return token === null ? null : whoIs(await store(), token, access, nowMs);
}

function singles(params: Awaited<Params>): Record<string, string> {
	const pairs = Object.entries(params ?? {}).filter(
		(pair): pair is [string, string] => typeof pair[1] === "string",
	);
	return Object.fromEntries(pairs);
}
