// What is a question to a node: which versions of it do we speak, and how are both sides written?
import { ResponseError, type Writer } from "@platformatic/kafka";

export type Request<Answer> = {
	readonly name: string;
	readonly key: number;
	/** The versions of this request that `encode` and `decode` are true for. */
	readonly oldest: number;
	readonly newest: number;
	/** Left out by all but the oldest: neither its head nor its answer's has tagged fields. */
	readonly isUntagged?: true;
	encode(version: number): Writer;
	decode(bytes: Buffer, version: number): Answer;
};

/** The library throws when any row of an answer carries an error code; here each row is judged on its own. */
export function wholeAnswer<Answer>(decode: () => Answer): Answer {
	try {
		return decode();
	} catch (error) {
		// `response` is untyped there, and holds exactly what this decoder would have returned.
		if (error instanceof ResponseError) return error.response as Answer;
		throw error;
	}
}
