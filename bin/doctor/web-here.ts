// Who answers where the web should listen? Asked as a monitor asks, and not believed to be us for answering alone.
import { request } from "node:http";
import { request as requestSecurely } from "node:https";
import type { Configuration } from "#lib/config/configuration.ts";
import { reasonOf } from "./finding.ts";

export type Web =
	| { readonly is: "ours" | "other" }
	| { readonly is: "silent" | "closed"; readonly detail: string };

const withinMs = 3_000;

export function webAt({
	listen: { host, port },
	tls,
}: Pick<Configuration, "listen" | "tls">): Promise<Web> {
	const { promise, resolve } = Promise.withResolvers<Web>();
	const ask = tls === null ? request : requestSecurely;
	const everywhere = host === "0.0.0.0" || host === "::";
	const asking = ask({
		...{ host: everywhere ? "127.0.0.1" : host, port, agent: false },
		...{ path: "/api/health", rejectUnauthorized: false },
		headers: { host: `localhost:${port}` },
	});
	const timer = setTimeout(() => {
		resolve({ is: "silent", detail: "no answer in time" });
		asking.destroy();
	}, withinMs);
	asking.on("error", (error) =>
		resolve(
			isClosed(error)
				? { is: "closed", detail: reasonOf(error) }
				: { is: "other" },
		),
	);
	asking.once("response", (reply) => {
		let said = "";
		reply.on("data", (piece: Buffer) => {
			said += piece.toString("utf8");
			if (said.length > 1_000) asking.destroy();
		});
		reply.on("error", () => {});
		reply.once("close", () =>
			resolve({ is: said.includes('"ok":true') ? "ours" : "other" }),
		);
	});
	asking.end();
	return promise.finally(() => {
		clearTimeout(timer);
		asking.destroy();
	});
}

/** Whoever hangs up or speaks another language is there all the same. */
const isClosed = (error: Error): boolean =>
	"syscall" in error && error.syscall === "connect";
