// How is a store opened from one file? Privately, at the newest schema, by any number of processes at once.
import { dirname } from "node:path";
import type { Store } from "../store.ts";
import { guessStore } from "./access/guesses.ts";
import { nameStore } from "./access/names.ts";
import { peopleStore } from "./access/people.ts";
import { sessionStore } from "./access/sessions.ts";
import { alertStore } from "./alerts/alert-store.ts";
import { within } from "./backup/plain.ts";
import { boardStore } from "./board.ts";
import { askedCleanUps } from "./clean-ups/asked.ts";
import { runCleanUps } from "./clean-ups/run.ts";
import { type Connection, connect } from "./connection.ts";
import { errandStore } from "./errands.ts";
import { historyStore } from "./history/history-store.ts";
import { migrate, refuseNewer } from "./migrate.ts";
import { engineWaitsMs, patient } from "./patient.ts";
import { keepPrivate } from "./privacy.ts";
import { pulseStore } from "./pulse.ts";
import { recordStore } from "./record/record-store.ts";
import { recorderOf } from "./record/recorder.ts";
import { refusalOf } from "./refused.ts";
import {
	bytesOf,
	isAllInOne,
	refuseLost,
	refuseOthers,
	refuseUnsound,
} from "./sound.ts";

export async function openSqlite({
	file,
}: {
	readonly file: string;
}): Promise<Store> {
	const connection = await opened(file).catch((error: unknown) => {
		throw refusalOf(error, file) ?? error;
	});
	const folder = dirname(file);
	const recorder = recorderOf(connection, folder);
	recorder.begin();
	connection.waits(engineWaitsMs);
	const errands = errandStore(connection);
	const parts = patient({
		board: boardStore(connection),
		history: historyStore(connection),
		errands: {
			...errands.store,
			...askedCleanUps(connection, recorder),
			...runCleanUps(connection, recorder),
		},
		alerts: alertStore(connection, recorder),
		record: recordStore(connection, folder, recorder),
		sessions: sessionStore(connection),
		names: nameStore(connection),
		people: peopleStore(connection, recorder),
		guesses: guessStore(connection),
		pulse: pulseStore(connection),
	});
	return {
		...parts,
		async close() {
			errands.stop();
			connection.close();
		},
	};
}

async function opened(file: string): Promise<Connection> {
	refuseLost(file);
	await keepPrivate(file);
	// Whatever is not ours is not even told to keep a log of changes.
	if (bytesOf(file) > 0)
		within(file, {}, (there) => {
			refuseOthers(there, file);
			refuseNewer(there, file);
		});
	const wasAllInOne = isAllInOne(file);
	const connection = await connect(file);
	try {
		refuseUnsound(connection, file, wasAllInOne);
		migrate(connection, file);
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}
