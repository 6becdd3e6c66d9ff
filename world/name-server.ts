// Where does a name lead? A name server for tests that answers each question as it is told, and lets nobody keep the answer.
import { createSocket } from "node:dgram";

export type NameServer = {
	/** `127.0.0.1:port` */
	readonly address: string;
	/** Names it was asked for, in order. */
	readonly asked: readonly string[];
	/** To which addresses of four numbers it leads from now on, the how-manieth time it is asked for. */
	lead(to: (name: string, time: number) => readonly string[]): void;
	stop(): Promise<void>;
};

export async function startNameServer(): Promise<NameServer> {
	const asked: string[] = [];
	let lead: (name: string, time: number) => readonly string[] = () => [];
	const socket = createSocket("udp4");
	socket.on("message", (question, from) => {
		const { name, end } = nameIn(question);
		asked.push(name);
		const time = asked.filter((one) => one === name).length;
		const found = lead(name, time);
		socket.send(answerTo(question.subarray(0, end), found), from.port);
	});
	await new Promise<void>((resolve) =>
		socket.bind(0, "127.0.0.1", () => resolve()),
	);
	return {
		address: `127.0.0.1:${socket.address().port}`,
		asked,
		lead(to) {
			lead = to;
		},
		stop: () => new Promise((resolve) => socket.close(() => resolve())),
	};
}

/** After twelve bytes of head stand the parts of the name, each behind its length, then its kind. */
function nameIn(question: Buffer): { name: string; end: number } {
	const parts: string[] = [];
	let at = 12;
	for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
		parts.push(question.toString("latin1", at + 1, at + 1 + length));
		at += 1 + length;
	}
	return { name: parts.join("."), end: at + 5 };
}

function answerTo(question: Buffer, addresses: readonly string[]): Buffer {
	const head = Buffer.from(question);
	// An answer, and a name that is not there where nothing is found.
	head.writeUInt16BE(addresses.length > 0 ? 0x8180 : 0x8183, 2);
	head.writeUInt16BE(addresses.length, 6);
	head.writeUInt32BE(0, 8);
	const found = addresses.map((address) =>
		Buffer.from([
			...[0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4],
			...address.split(".").map(Number),
		]),
	);
	return Buffer.concat([head, ...found]);
}
