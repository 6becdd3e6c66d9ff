// The collector's process: everything that speaks to brokers runs here, and nothing else.
import { loadHere } from "#lib/config/here.ts";
import { openStore } from "#lib/store/open.ts";
import { systems } from "#lib/systems/index.ts";
import { startCollector } from "./collector.ts";
import { newLog } from "./log.ts";
import { traceOf } from "./trace-of.ts";

const log = newLog();
const endWithinMs = 5000;

process.on("unhandledRejection", (error) => fail(error));
process.on("uncaughtException", (error) => fail(error));

/** A collector that cannot go on ends, so that its heartbeat does too; its supervisor starts it again. */
function fail(error: unknown): void {
	dieLater();
	log.error({ error: traceOf(error) }, "collector ends");
	process.exit(1);
}

const loaded = loadHere(process.argv.slice(2));
if (loaded.mistakes) {
	dieLater();
	log.error({}, "the configuration changed since the start; it has mistakes");
	process.exit(1);
}
const {
	brokers,
	folder,
	history,
	alerts,
	access,
	url,
	readOnly,
	reasonRequired,
} = loaded.configuration;
const store = await openStore(folder);
const collector = await startCollector({
	...{ store, systems, brokers },
	...{ folder, history, alerts, access, url, log, readOnly, reasonRequired },
});
log.info({ brokers: brokers.length }, "collector started");

/** Whatever hangs or throws on the way out, a closed terminal for one: nobody is left behind. */
function dieLater(): void {
	setTimeout(() => process.kill(process.pid, "SIGKILL"), endWithinMs).unref();
}

let ending = false;
async function end(): Promise<void> {
	if (ending) return;
	ending = true;
	dieLater();
	await collector.stop();
	await store.close();
	process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
process.on("disconnect", () => void end());
