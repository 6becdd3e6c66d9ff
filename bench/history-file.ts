// What do the measurements of history stand on? An invented broker, and how large a file is.
import { stat } from "node:fs/promises";
import type { BrokerFact } from "#lib/core/board.ts";

export const brokerOf = (
	name: string,
	subscriptions: number,
	everyMs: number,
): BrokerFact => ({
	...{ name, system: "some", address: "some://host:1", everyMs },
	...{
		heardMs: 0,
		readMs: 0,
		triedMs: 0,
		trouble: null,
		parts: [],
		version: null,
	},
	...{ subscriptions, ownShare: null, connections: null, standing: [] },
});

export const sizeIn = async (file: string): Promise<number> =>
	(await stat(file)).size;
