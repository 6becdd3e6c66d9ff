// Why can nothing be written into the record? Then nothing is done either, until a person has looked.
import { Problem } from "#lib/core/problem.ts";
import type { RecordFault } from "../record-port.ts";

export class RecordRefusal extends Problem {
	readonly fault: RecordFault;

	constructor(fault: RecordFault) {
		super("refused", "record not whole", { fault });
		this.name = "RecordRefusal";
		this.fault = fault;
	}
}
