// How long does another client wait for its answer, while somebody else keeps the server busy? Asks again as soon as it was answered.
import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** A stall is seen by whoever asks during it: it asks about a thousand times a second. */
const restMs = 1;

const socket = connect({ host: "127.0.0.1", port: Number(workerData) });
socket.setNoDelay(true);
let askedMs = performance.now();
let waits: number[] = [];

function ask(): void {
	askedMs = performance.now();
	socket.write("PING\r\n");
}

socket.once("connect", ask);
socket.on("data", () => {
	waits.push(performance.now() - askedMs);
	setTimeout(ask, restMs);
});
parentPort?.on("message", (word) => {
	if (word === "end") {
		socket.destroy();
		parentPort?.close();
		return;
	}
	parentPort?.postMessage(waits);
	waits = [];
});
