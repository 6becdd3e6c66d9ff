// Does the one door to the server believe only what fits, and turn everything else into a problem with a sentence?
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ask, askWhole } from "./ask.ts";

let server: Server;
let origin = "";
const replies = new Map<string, { code: number; body: string }>([
	["/good", { code: 200, body: '{"n":1}' }],
	["/odd", { code: 200, body: '{"n":"one"}' }],
	["/html", { code: 502, body: "<html>Bad gateway</html>" }],
	["/same", { code: 304, body: "" }],
	["/bare401", { code: 401, body: "" }],
	[
		"/problem",
		{
			code: 404,
			body: '{"code":"not found","detail":{"key":"k","values":{"a":1}}}',
		},
	],
	[
		"/bug",
		{
			code: 500,
			body: '{"code":"bug","detail":{"key":"bug","values":{}},"id":"x7"}',
		},
	],
]);

beforeAll(async () => {
	server = createServer((request, response) => {
		const url = request.url ?? "";
		if (url === "/echo") {
			response.end(JSON.stringify(request.headers));
			return;
		}
		const reply = replies.get(url) ?? { code: 404, body: "" };
		response.writeHead(reply.code).end(reply.body);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

const schema = z.object({ n: z.number() });
const asked = (path: string) => askWhole({ path: origin + path, schema });
const problem = (code: string, key: string, values: object = {}) =>
	expect.objectContaining({ code, detail: { key, values } });

test("a reply that fits is handed on", async () => {
	expect(await asked("/good")).toEqual({ n: 1 });
});

test("a reply that does not fit is not believed", async () => {
	await expect(asked("/odd")).rejects.toEqual(
		problem("unreachable", "reply not understood"),
	);
});

test("nothing changed is not an error", async () => {
	const answer = await ask({ path: `${origin}/same`, schema, etag: '"1"' });
	expect(answer.value).toBeNull();
});

test("the server's problem keeps its code, key and values", async () => {
	await expect(asked("/problem")).rejects.toEqual(
		problem("not found", "k", { a: 1 }),
	);
});

test("a bug keeps the id of its line in the log", async () => {
	await expect(asked("/bug")).rejects.toEqual(
		problem("unreachable", "bug", { id: "x7" }),
	);
});

test("a gateway's page is a server that does not answer", async () => {
	await expect(asked("/html")).rejects.toEqual(
		problem("unreachable", "server unreachable"),
	);
});

test("a reply of 401 without words is not signed in", async () => {
	await expect(asked("/bare401")).rejects.toEqual(
		problem("unauthenticated", "not signed in"),
	);
});

test("nobody listening is a server that does not answer", async () => {
	const nobody = askWhole({ path: "http://127.0.0.1:9/", schema });
	await expect(nobody).rejects.toEqual(
		problem("unreachable", "server unreachable"),
	);
});

test("only what changes something carries our header", async () => {
	const any = z.record(z.string(), z.string());
	const path = `${origin}/echo`;
	const read = await askWhole({ path, schema: any });
	expect(read["x-tidemark"]).toBeUndefined();
	const change = await askWhole({
		path,
		schema: any,
		method: "POST",
		body: {},
	});
	expect(change["x-tidemark"]).toBe("1");
	expect(change["content-type"]).toBe("application/json");
});
