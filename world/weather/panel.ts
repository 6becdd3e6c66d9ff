// How does whoever watches the demo change what happens in the shop? A page of buttons, for this machine alone and without a script.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Deed } from "./deeds.ts";

const refreshSeconds = 5;
const headers = {
	"content-type": "text/html; charset=utf-8",
	"cache-control": "no-store",
	"x-content-type-options": "nosniff",
	"referrer-policy": "same-origin",
	"content-security-policy":
		"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
};

/** Its address. */
export async function openPanel(
	deeds: readonly Deed[],
	port: number,
): Promise<string> {
	const server = createServer((request, response) => {
		request.resume();
		const { port } = server.address() as AddressInfo;
		const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
		const { code, text } = replyTo(deeds, hosts, request);
		const back = code === 303 && { location: "/" };
		response.writeHead(code, { ...headers, ...back }).end(text);
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	server.unref();
	const { port: own } = server.address() as AddressInfo;
	return `http://127.0.0.1:${own}/`;
}

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;
type Reply = { readonly code: number; readonly text: string };

function replyTo(
	deeds: readonly Deed[],
	hosts: readonly string[],
	{ method, url, headers: { host = "", origin } }: Asked,
): Reply {
	// A foreign page may send a form here, and a foreign name may lead here.
	if (!hosts.includes(host)) return { code: 403, text: "Not by this name." };
	if (method === "GET" && url === "/")
		return { code: 200, text: pageOf(deeds) };
	const deed = deeds.find(({ name }) => url === `/${name}`);
	if (method !== "POST" || !deed)
		return { code: 404, text: "There is no such page." };
	if (origin !== `http://${host}`)
		return { code: 403, text: "Only from its own page." };
	deed.press();
	return { code: 303, text: "" };
}

const brokers = { kafka: "Kafka", redis: "Redis", rabbitmq: "RabbitMQ" };

const pageOf = (deeds: readonly Deed[]) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${refreshSeconds}"><title>The weather</title>
<style>${style}</style>
<main><h1>The weather</h1>
<p>Change what happens in the shop, and watch the board: it shows each within a minute.</p>
${Object.entries(brokers)
	.map(([broker, title]) =>
		sectionOf(
			title,
			deeds.filter((it) => it.broker === broker),
		),
	)
	.join("\n")}
</main></html>`;

const sectionOf = (title: string, deeds: readonly Deed[]) =>
	deeds.length === 0
		? ""
		: `<h2>${title}</h2><ul>${deeds.map(lineOf).join("")}</ul>`;

function lineOf(deed: Deed): string {
	const now = deed.now();
	const does = now === null ? deed.does : (deed.undoes ?? deed.does);
	const is = now === null ? "" : ` <em>${now}</em>`;
	return `<li><form method="post" action="/${deed.name}"><button>${does}</button>${is}</form><p>Then ${deed.shows}</p></li>`;
}

const style = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:2rem auto;padding:0 1rem}
ul{list-style:none;padding:0}
li{border-top:1px solid #8884;padding:.75rem 0}
li p{margin:.25rem 0 0;opacity:.75}
button{font:inherit;min-height:44px;padding:0 1rem;border-radius:8px;border:1px solid #8888;cursor:pointer}
em{margin-left:.75rem}`;
