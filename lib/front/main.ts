// The web's process: it opens what was built, listens where it was told, and ends when it is asked to.
import { place } from "#lib/web/place.ts";
import { sorry } from "#lib/web/reply.ts";
import { openFront } from "./front.ts";
import { type PairFiles, readPair, watchPair } from "./pair.ts";
import { openWeb } from "./web.ts";

const lookEveryMs = 2_000;

const complain = (say: string) =>
	void process.stderr.write(
		`${JSON.stringify({ time: new Date().toISOString(), level: "error", msg: say })}\n`,
	);
const failed = (error: unknown) => void sorry(error, "the web");
/** A connection that breaks at the wrong moment must not take the others with it. */
process.on("uncaughtException", failed);
process.on("unhandledRejection", failed);

const { TIDEMARK_WEB: folder = "", TIDEMARK_TLS: files } = process.env;
const here = place();
const pairFiles: PairFiles | null = files ? JSON.parse(files) : null;

try {
	const pair = pairFiles && readPair(pairFiles);
	const answer = await openWeb(folder, here.listen);
	const front = openFront(here, pair, answer, failed);
	if (pairFiles)
		watchPair(...([pairFiles, lookEveryMs, front.show] as const), (say) =>
			complain(`${say} The one before it is shown on.`),
		);
	const end = () => void front.end().then(() => process.exit(0));
	process.once("SIGTERM", end).once("SIGINT", end);
	front.server.once("error", (error) => {
		complain(`The web cannot listen: ${error.message}`);
		process.exit(1);
	});
	front.server.listen(here.listen.port, here.listen.host, () =>
		process.send?.("listening"),
	);
} catch (error) {
	complain(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
