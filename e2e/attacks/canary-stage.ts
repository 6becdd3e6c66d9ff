// What stands before somebody looks for secrets? The product with a password in every place one can stand, and others that answer with all they heard.
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { Redis } from "ioredis";
import { makeCertificates } from "#world/certificates.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { freePorts } from "#world/ports.ts";
import { startRedis } from "#world/redis.ts";
import { type Product, startProduct } from "../product.ts";
import { comeAlong } from "./canary-people.ts";

export type Canaries = {
	readonly product: Product;
	/** Each secret by where it stands. */
	readonly secrets: ReadonlyMap<string, string>;
	/** How often somebody outside was told something. */
	heard(): number;
	/** As somebody who came in by the link it printed. */
	ask(path: string, sent?: Sent): Promise<Answer>;
};
type Sent = {
	readonly verb?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: object;
};
export type Answer = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
};

const places = [
	...["broker address", "broker that refuses", "sasl", "sentinel"],
	...["webhook path", "webhook header", "webhook secret", "chat path"],
	...["pager key", "mail password", "heartbeat", "provider", "scrape"],
];

export const test = base.extend<object, { canaries: Canaries }>({
	canaries: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this place.
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-canary-"));
			const secrets = new Map(
				places.map((place) => [
					place,
					`cnry${randomBytes(12).toString("hex")}`,
				]),
			);
			const of = (place: string) => secrets.get(place) ?? "";
			const redis = await startRedis({ folder: join(folder, "redis") });
			const client = new Redis(redis.address);
			client.on("error", () => {});
			await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
			await client.xadd("orders", "*", "a", "b");
			await client.config("SET", "requirepass", of("broker address"));
			const sink = await startHttpSink();
			sink.answer(({ path, headers, body }) => ({
				code: 500,
				body: `${path} ${JSON.stringify(headers)} ${body}`,
			}));
			await makeCertificates(folder);
			const key = await readFile(join(folder, "client.key"), "utf8");
			secrets.set("tls key", key.split("\n")[1] ?? "");
			const [dead = 0] = await freePorts(1);
			const at = `127.0.0.1:${redis.port}`;
			await writeFile(
				join(folder, "tidemark.yaml"),
				`metrics: ${of("scrape")}
brokers:
  good: redis://:${of("broker address")}@${at}
  refused: redis://somebody:${of("broker that refuses")}@${at}
  dead:
    address: kafka://127.0.0.1:${dead}
    tls: { ca: ./ca.pem, cert: ./client.pem, key: ./client.key }
    sasl: { mechanism: PLAIN, user: me, password: ${of("sasl")} }
  seeking:
    address: redis+sentinel://127.0.0.1:${dead}/mymaster/0
    sentinel: { password: ${of("sentinel")} }
access:
  everybody: viewer
  provider: { issuer: "http://127.0.0.1:${dead}", client: tidemark, secret: ${of("provider")} }
alerts:
  usual: true
  allow: [127.0.0.1]
  heartbeat: { url: "${sink.url}/${of("heartbeat")}", every: 1m }
  outlets:
    hook: { kind: webhook, url: "${sink.url}/${of("webhook path")}", secret: ${of("webhook secret")}, headers: { X-Key: ${of("webhook header")} } }
    chat: { kind: slack, url: "${sink.url}/${of("chat path")}" }
    pager: { kind: pagerduty, key: ${of("pager key")}, url: "${sink.url}/v2" }
    mail: { kind: email, server: "smtp://127.0.0.1:${dead}", user: me, password: ${of("mail password")}, from: a@example.org, to: b@example.org }
  rules:
    waiting: { when: lag over 0, for: 0s, gravity: critical }
`,
				{ mode: 0o600 },
			);
			const product = await startProduct(folder, {});
			const { host } = new URL(product.origin);
			let cookie = "";
			const ask = (path: string, { verb = "GET", headers, body }: Sent = {}) =>
				new Promise<Answer>((resolve, reject) => {
					const sent = request(
						{
							...{ host: "127.0.0.1", port: host.split(":")[1], path },
							method: verb,
							headers: {
								...(cookie && { cookie }),
								...(verb !== "GET" && {
									...{ origin: product.origin, "x-tidemark": "1" },
									"content-type": "application/json",
								}),
								...headers,
							},
						},
						(reply) => {
							let text = "";
							reply.setEncoding("utf8").on("data", (part) => {
								text += part;
							});
							reply.on("end", () =>
								resolve({
									...{ status: reply.statusCode ?? 0, text },
									headers: reply.headers,
								}),
							);
						},
					);
					sent.on("error", reject);
					sent.end(body && JSON.stringify(body));
				});
			const signIn = async () => {
				const link = product.entryLink;
				const entry = link.slice(link.indexOf("key=") + 4);
				const body = { by: "entry", key: entry };
				const reply = await ask("/api/session", { verb: "POST", body });
				const [set = ""] = reply.headers["set-cookie"] ?? [];
				cookie = set.split(";")[0] ?? "";
				secrets.set("entry key", entry);
				secrets.set("session", cookie.slice(cookie.indexOf("=") + 1));
			};
			await signIn();
			for (const [what, secret] of await comeAlong(ask))
				secrets.set(what, secret);
			await use({ product, secrets, ask, heard: () => sink.heard.length });
			await product.stop();
			client.disconnect();
			await Promise.all([redis.stop(), sink.stop()]);
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 120_000 },
	],
});

export { expect } from "@playwright/test";
