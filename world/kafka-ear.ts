// What passes between a client and a Kafka node, and what if the node said something else? Listens to frames, counts what is asked, and changes numbers in answers.
import { type Reading, readLater } from "./kafka-words.ts";

export const keys = {
	listOffsets: 2,
	metadata: 3,
	offsetFetch: 9,
	listGroups: 16,
	versions: 18,
} as const;

/** Whoever is asked about: what its number is, and what is said instead. Undefined where the truth is told. */
export type Lies = {
	/** Where a log ends, or begins. */
	readonly end?: (topic: string, end: bigint) => bigint | undefined;
	readonly start?: (topic: string, start: bigint) => bigint | undefined;
	/** Where a group stands. */
	readonly position?: (
		group: string,
		topic: string,
		position: bigint,
	) => bigint | undefined;
	/** The whole of an answer to such a question, behind its number. */
	readonly body?: (key: number, body: Buffer) => Buffer | undefined;
};

export type Ear = {
	/** How often each kind of question came by, by its key. */
	readonly asked: Map<number, number>;
	/** What is said wrongly from now on. */
	lies: Lies;
	/** How many numbers were changed so far. */
	told: number;
	/** Of one connection. */
	listen(): {
		client(piece: Buffer): Buffer;
		server(piece: Buffer): Buffer;
	};
};

export function newEar(): Ear {
	const ear: Ear = {
		asked: new Map(),
		lies: {},
		told: 0,
		listen() {
			const waiting = new Map<number, Reading>();
			const asks = framesOf((frame) => {
				const key = frame.readInt16BE(4);
				ear.asked.set(key, (ear.asked.get(key) ?? 0) + 1);
				waiting.set(frame.readInt32BE(8), readLater(frame));
				return frame;
			});
			const answers = framesOf((frame) => {
				const number = frame.readInt32BE(4);
				const reading = waiting.get(number);
				waiting.delete(number);
				return reading ? changed(frame, reading, ear) : frame;
			});
			return { client: asks, server: answers };
		},
	};
	return ear;
}

function changed(frame: Buffer, { key, numbersIn }: Reading, ear: Ear): Buffer {
	const { lies } = ear;
	for (const it of numbersIn(frame)) {
		const was = frame.readBigInt64BE(it.at);
		const instead =
			it.of === "position"
				? lies.position?.(it.group, it.topic, was)
				: lies[it.of]?.(it.topic, was);
		if (instead === undefined) continue;
		frame.writeBigInt64BE(instead, it.at);
		ear.told++;
	}
	const body = lies.body?.(key, frame.subarray(8));
	if (body === undefined) return frame;
	ear.told++;
	const whole = Buffer.concat([frame.subarray(0, 8), body]);
	whole.writeInt32BE(whole.length - 4);
	return whole;
}

/** Hands on whole frames only, each as it becomes. */
function framesOf(
	become: (frame: Buffer) => Buffer,
): (piece: Buffer) => Buffer {
	let rest = Buffer.alloc(0);
	return (piece) => {
		rest = Buffer.concat([rest, piece]);
		const passed: Buffer[] = [];
		while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
			const size = 4 + rest.readInt32BE(0);
			passed.push(become(Buffer.from(rest.subarray(0, size))));
			rest = rest.subarray(size);
		}
		return Buffer.concat(passed);
	};
}
