// Who answers while somebody works on the screens? Ours before the development server of Next, which makes each page anew when a file of it was changed.
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import next from "next";
import { place } from "#lib/web/place.ts";
import { sorry } from "#lib/web/reply.ts";
import { openFront } from "./front.ts";

const here = place();
const { host, port } = here.listen;
const front = openFront(
	...([here, null] as const),
	(request: IncomingMessage, response: ServerResponse) =>
		answer(request, response),
	(error) => void sorry(error, "the web"),
);
// What is shipped is never asked for another protocol; changes come over a socket.
front.server.removeAllListeners("upgrade");
const web = next({
	...{ dev: true, dir: path.resolve(import.meta.dirname, "../..") },
	...{ hostname: host, port, httpServer: front.server },
});
await web.prepare();
const answer = web.getRequestHandler();
front.server.listen(port, host, () => process.send?.("listening"));
