// Why can nothing be written into the record? Then nothing is done either, until a person has looked.
import type { RecordFault } from "../record-port.ts";

export class RecordRefusal extends Error {
	readonly fault: RecordFault;

	constructor(fault: RecordFault) {
		super(`the record cannot go on: ${fault}`);
		this.name = "RecordRefusal";
		this.fault = fault;
	}
}
