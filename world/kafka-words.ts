// Where in an answer of a Kafka node do numbers stand? Of the two kinds of answers that tell how far logs and groups are, in their newer versions.

export type Told =
	| {
			readonly of: "end" | "start";
			readonly topic: string;
			readonly at: number;
	  }
	| {
			readonly of: "position";
			readonly group: string;
			readonly topic: string;
			readonly at: number;
	  };

export type Reading = {
	readonly key: number;
	/** In the frame of the answer. */
	numbersIn(frame: Buffer): readonly Told[];
};

const listOffsets = 2;
const offsetFetch = 9;
const none = () => [];

/** Of a question, how its answer is to be read. */
export function readLater(question: Buffer): Reading {
	const key = question.readInt16BE(4);
	const version = question.readInt16BE(6);
	if (key === listOffsets && version >= 6) {
		const of = momentOf(question) === -2n ? "start" : "end";
		return { key, numbersIn: (frame) => offsetsIn(frame, of) };
	}
	if (key === offsetFetch && version >= 8)
		return { key, numbersIn: positionsIn };
	return { key, numbersIn: none };
}

class Cursor {
	at: number;
	readonly bytes: Buffer;

	constructor(bytes: Buffer, at: number) {
		this.bytes = bytes;
		this.at = at;
	}

	skip(bytes: number): number {
		this.at += bytes;
		return this.at - bytes;
	}

	varint(): number {
		for (let [value, shift] = [0, 0]; ; shift += 7) {
			const byte = this.bytes.readUInt8(this.at++);
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) return value;
		}
	}

	text(): string {
		const length = this.varint() - 1;
		const from = this.skip(Math.max(0, length));
		return this.bytes.toString("utf8", from, this.at);
	}

	tags(): void {
		for (let left = this.varint(); left > 0; left--) {
			this.varint();
			this.skip(this.varint());
		}
	}

	/** Of an array, for each of its entries. */
	each(read: () => void): void {
		for (let left = this.varint() - 1; left > 0; left--) read();
	}
}

/** Size, number and tags, and how long it was held back. */
function opened(frame: Buffer): Cursor {
	const from = new Cursor(frame, 8);
	from.tags();
	from.skip(4);
	return from;
}

/** The moment that is asked for, of the first partition: ours asks for one in a request. */
function momentOf(question: Buffer): bigint | null {
	const from = new Cursor(question, 12);
	from.skip(2 + Math.max(0, question.readInt16BE(12)));
	from.tags();
	from.skip(5);
	let moment: bigint | null = null;
	from.each(() => {
		from.text();
		from.each(() => {
			from.skip(8);
			const own = question.readBigInt64BE(from.skip(8));
			moment ??= own;
			from.tags();
		});
		from.tags();
	});
	return moment;
}

function offsetsIn(frame: Buffer, of: "end" | "start"): readonly Told[] {
	const from = opened(frame);
	const told: Told[] = [];
	from.each(() => {
		const topic = from.text();
		from.each(() => {
			from.skip(14);
			told.push({ of, topic, at: from.skip(8) });
			from.skip(4);
			from.tags();
		});
		from.tags();
	});
	return told;
}

function positionsIn(frame: Buffer): readonly Told[] {
	const from = opened(frame);
	const told: Told[] = [];
	from.each(() => {
		const group = from.text();
		from.each(() => {
			const topic = from.text();
			from.each(() => {
				from.skip(4);
				told.push({ of: "position", group, topic, at: from.skip(8) });
				from.skip(4);
				from.text();
				from.skip(2);
				from.tags();
			});
			from.tags();
		});
		from.skip(2);
		from.tags();
	});
	return told;
}
