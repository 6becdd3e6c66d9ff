// Who answers what is handed on? The built web, loaded from the folder it was built into.
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import type { Listen } from "#lib/web/place.ts";

export type Answer = (
	request: IncomingMessage,
	response: ServerResponse,
) => Promise<void>;

/** As far as it is documented for servers of one's own. */
type Web = { prepare(): Promise<void>; getRequestHandler(): Answer };
type Next = (options: Readonly<Record<string, unknown>>) => Web;

const built = ".tidemark/next";

export async function openWeb(
	folder: string,
	{ host, port }: Listen,
): Promise<Answer> {
	const written = path.join(folder, built, "required-server-files.json");
	const { config } = JSON.parse(readFileSync(written, "utf8"));
	// Its own starter does the same: without it the configuration is looked for where it was built.
	process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
	process.chdir(folder);
	// The cast: it is loaded from where it was built, which no compiler sees.
	const next = createRequire(path.join(folder, "server.js"))("next") as Next;
	const web = next({
		...{ dev: false, dir: folder, hostname: host, port, quiet: true },
		// It would listen for upgrades at the server it is given; nobody upgrades here.
		httpServer: new EventEmitter(),
	});
	await web.prepare();
	return web.getRequestHandler();
}
