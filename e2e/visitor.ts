// How does a program visit the product, without a browser? Comes in by the link that the start printed, and asks.
import { request as send } from "node:http";
import type { Product } from "./product.ts";

type Entered = Pick<Product, "origin" | "entryLink">;

/** Ours is quick, or something hangs. */
const withinMs = 30_000;

export type Told = {
	readonly http: number;
	readonly headers: Readonly<
		Record<string, string | readonly string[] | undefined>
	>;
	readonly text: string;
};

type Asked = {
	readonly verb?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
};

/** The path goes out letter by letter, as no browser would send it. */
export function ask(
	{ origin }: Pick<Product, "origin">,
	path: string,
	{ verb = "GET", headers = {}, body }: Asked = {},
): Promise<Told> {
	const { hostname, port } = new URL(origin);
	return new Promise((resolve, reject) => {
		const asking = send(
			{
				hostname,
				port,
				path,
				method: verb,
				headers,
				agent: false,
				timeout: withinMs,
			},
			(answer) => {
				let text = "";
				answer.setEncoding("utf8");
				answer.on("data", (piece) => {
					text += piece;
				});
				answer.once("end", () =>
					resolve({
						...{ http: answer.statusCode ?? 0, text },
						headers: answer.headers,
					}),
				);
				answer.once("error", reject);
			},
		);
		asking.once("timeout", () =>
			asking.destroy(new Error(`no answer within ${withinMs} ms`)),
		);
		asking.once("error", reject).end(body);
	});
}

export const ourOwn = (origin: string) => ({
	...{ origin, "content-type": "application/json", "x-tidemark": "1" },
});

/** What a browser keeps of a link, got without one. Throws where the link lets nobody in. */
export async function cookieFor(product: Entered): Promise<string> {
	const { entryLink } = product;
	const key = entryLink.slice(entryLink.indexOf("key=") + 4);
	const told = await ask(product, "/api/session", {
		verb: "POST",
		headers: ourOwn(product.origin),
		body: JSON.stringify({ by: "entry", key }),
	});
	const cookie = told.headers["set-cookie"];
	if (cookie === undefined) throw new Error(`not let in: ${told.text}`);
	return String(cookie).split(";")[0] ?? "";
}

/** Of what a board answers, that which tests look at. */
export type Board = {
	readonly at: string;
	readonly total: number;
	readonly collector: {
		readonly at: string | null;
		readonly freshness: Freshness;
		readonly everyMs: number;
		readonly history: string;
	};
	readonly brokers: readonly {
		readonly name: string;
		readonly everyMs: number;
		readonly heard: string | null;
		readonly freshness: Freshness;
		readonly trouble: Trouble | null;
		readonly parts: readonly Trouble[];
	}[];
	readonly rows: readonly {
		readonly id: string;
		readonly broker: string;
		readonly channel: string;
		readonly group: string | null;
		readonly verdict: string;
		readonly since: string;
		readonly reason: {
			readonly code: string;
			readonly values: Readonly<Record<string, string | number>>;
		};
		readonly lag: { readonly n: number; readonly bound: string } | null;
		readonly members: {
			readonly registered: number;
			readonly dead: number;
		} | null;
		readonly at: string;
		readonly stale: boolean;
	}[];
};
type Freshness = "fresh" | "late" | "silent";
type Trouble = {
	readonly code: string;
	readonly part: string;
	readonly detail: string;
};

export type Visitor = {
	/** Throws when nobody answers within `withinMs`. */
	ask(path: string, asked?: Asked): Promise<Told>;
	/** Of a 200, its body; throws for anything else. */
	read<T>(path: string): Promise<T>;
	/** Posts it as our own page would. */
	post<T>(path: string, body: object): Promise<T>;
	/** The same, whatever is answered. */
	try(path: string, body: object): Promise<Told>;
	board(filter?: string): Promise<Board>;
};

export async function visit(product: Entered): Promise<Visitor> {
	const cookie = await cookieFor(product);
	const visitor: Visitor = {
		ask: (path, asked = {}) =>
			ask(product, path, {
				...asked,
				headers: { ...asked.headers, cookie },
			}),
		read: async (path) => bodyOf(path, await visitor.ask(path)),
		post: async (path, body) => bodyOf(path, await visitor.try(path, body)),
		try: (path, body) =>
			visitor.ask(path, {
				verb: "POST",
				headers: ourOwn(product.origin),
				body: JSON.stringify(body),
			}),
		board: (filter = "") =>
			visitor.read(`/api/board?limit=200&filter=${encodeURIComponent(filter)}`),
	};
	return visitor;
}

function bodyOf<T>(path: string, { http, text }: Told): T {
	if (http >= 200 && http < 300) return JSON.parse(text);
	throw new Error(`${path} answered ${http}: ${text.slice(0, 300)}`);
}
