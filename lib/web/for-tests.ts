// What do the tests of the web stand on? A real store in a folder of its own, a clock in their hand, and requests as a browser sends them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { passwordsOf, type Strength } from "#lib/access/passwords.ts";
import { begin, idleMaxMs, sessionLastsMs } from "#lib/access/sessions.ts";
import type { BrokerFact, Row, SystemWords } from "#lib/core/board.ts";
import { type AccessSettings, noAccess } from "#lib/core/people/access.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import type { Route } from "./guard.ts";
import { asSeen, seenIn } from "./peer.ts";
import { type Acting, accessOf, atProvider, type Place } from "./place.ts";

/** What passwords cost where it is not about that. */
export const lightStrength: Strength = { memoryKiB: 8, passes: 1, lanes: 1 };

export const startMs = Date.parse("2026-11-21T12:00:00.000Z");

export type Stage = {
	readonly folder: string;
	readonly store: Store;
	readonly place: Place;
	readonly clock: { nowMs: number };
	signIn(role?: string): Promise<string>;
	close(): Promise<void>;
};

export async function stage(
	options: {
		demo?: boolean;
		scrapeHash?: string;
		acting?: Partial<Acting>;
		address?: string;
		tls?: boolean;
		access?: Partial<AccessSettings>;
		strength?: Strength;
		worked?: (strength: Strength) => void;
	} = {},
): Promise<Stage> {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-web-"));
	const store = await openStore(folder);
	const clock = { nowMs: startMs };
	const { demo = false } = options;
	const access = accessOf({ ...noAccess, demo, ...options.access });
	return {
		folder,
		store,
		clock,
		place: {
			listen: { host: "127.0.0.1", port: 7700 },
			address: options.address ?? null,
			tls: options.tls ?? false,
			demo,
			scrapeHash: options.scrapeHash ?? null,
			access,
			provider: atProvider(access),
			acting: {
				readOnly: false,
				readOnlyBrokers: [],
				reasonRequired: false,
				...options.acting,
			},
			passwords: passwordsOf(options.strength ?? lightStrength, options.worked),
			build: "built-today",
			now: () => clock.nowMs,
			store: async () => store,
		},
		signIn: (role = "admin") => signIn(store, access, role, clock.nowMs),
		async close() {
			await store.close();
			await rm(folder, { recursive: true });
		},
	};
}

async function signIn(
	store: Store,
	access: Place["access"],
	role: string,
	nowMs: number,
) {
	const { token } = await begin(
		store,
		{
			...{ person: "owner", way: "link", roles: [role], groups: [] },
			...{ lastsMs: sessionLastsMs, idleMs: idleMaxMs },
		},
		{
			access,
			origin: { from: null, browser: null },
		},
		nowMs,
	);
	return token;
}

type Sent = {
	readonly verb?: string;
	readonly token?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly without?: readonly string[];
	readonly body?: BodyInit;
	readonly params?: Readonly<Record<string, string>>;
	readonly signal?: AbortSignal;
	/** Where the page lies that asks, and so whom it asks. */
	readonly origin?: string;
	/** The address of the socket. */
	readonly from?: string;
};

/** A request as our own page sends it, except for what the test changes or leaves out. */
export function ask(route: Route, address: string, sent: Sent = {}) {
	const verb = sent.verb ?? route.door.split(" ")[0] ?? "GET";
	const origin = sent.origin ?? "http://127.0.0.1:7700";
	const headers = new Headers({ host: new URL(origin).host });
	if (verb !== "GET") {
		headers.set("origin", origin);
		headers.set("sec-fetch-site", "same-origin");
		headers.set("content-type", "application/json");
		headers.set("x-tidemark", "1");
	}
	const prefix = origin.startsWith("https:") ? "__Host-" : "";
	if (sent.token)
		headers.set("cookie", `${prefix}tidemark-session=${sent.token}`);
	for (const [name, value] of Object.entries(sent.headers ?? {}))
		headers.set(name, value);
	for (const name of sent.without ?? []) headers.delete(name);
	const request = new Request(`${origin}${address}`, {
		method: verb,
		headers,
		...(sent.body !== undefined && { body: sent.body, duplex: "half" }),
		...(sent.signal && { signal: sent.signal }),
	});
	return asSeen(seenIn(sent.from ?? "127.0.0.1", headers), () =>
		route(request, { params: Promise.resolve(sent.params) }),
	);
}

export const aBroker = (given: Partial<BrokerFact> = {}): BrokerFact => ({
	name: "shop",
	system: "invented",
	address: "invented://127.0.0.1:1",
	everyMs: 5_000,
	heardMs: startMs,
	readMs: startMs,
	triedMs: startMs,
	trouble: null,
	parts: [],
	version: "1.0",
	subscriptions: 1,
	ownShare: null,
	connections: null,
	standing: [],
	...given,
});

export const someWords: SystemWords = {
	name: "invented",
	label: "Invented",
	icon: "M0 0h16",
	example: "invented://127.0.0.1:1",
	finds: { en: "what it has", ko: "있는 것" },
	kinds: {
		log: {
			channel: { en: "log", ko: "로그" },
			group: { en: "group", ko: "그룹" },
			holds: false,
			keeps: true,
			partitioned: true,
			itemised: false,
		},
	},
};

export const aRow = (given: Partial<Row> = {}): Row => ({
	id: "a".repeat(43),
	broker: "shop",
	system: "invented",
	kind: "log",
	channel: "orders",
	group: "billing",
	family: null,
	verdict: "stalled",
	reason: { code: "not moving", values: { forSeconds: 360, registered: 3 } },
	sinceMs: startMs - 360_000,
	lag: { n: 1_200, bound: "exact" },
	timeLagSeconds: null,
	holding: null,
	oldestHeldSeconds: null,
	deliveriesMax: null,
	pace: { in: 3.5, out: 0 },
	members: null,
	marginSeconds: null,
	state: null,
	notes: [],
	drainedSeconds: null,
	spark: [null, 1, 2],
	highWater: null,
	atMs: startMs,
	...{ stale: false, stood: null },
	...given,
});
