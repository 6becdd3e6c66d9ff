// Where does the collector say what happens to it? One JSON line an event, on standard output.
import { pino } from "pino";

export type Log = {
	info(values: object, text: string): void;
	warn(values: object, text: string): void;
	error(values: object, text: string): void;
};

export function newLog(): Log {
	return pino({
		base: { process: "collector" },
		timestamp: pino.stdTimeFunctions.isoTime,
	});
}
