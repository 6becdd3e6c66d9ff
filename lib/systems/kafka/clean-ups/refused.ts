// Why did the broker not do it? Its codes, and what keeps a clean-up from even being asked.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { Problem } from "#lib/core/problem.ts";
import { troubleOf, troubleOfCode } from "../connection/trouble-of.ts";

/** Somebody is in the group: nobody else says where it reads. By the protocol of the group. */
const memberCodes: readonly number[] = [22, 25, 68, 113];
const regroupsCode = 27;
const forbiddenCodes: readonly number[] = [29, 30, 31];
/** A group of another kind than it was. */
const otherKindCode = 69;
const stillReadCode = 86;
/** Its coordinator loads or moves, and has done nothing. */
const momentaryCodes: readonly number[] = [14, 15, 16];

/** Of so many positions. */
export function refusalOfCode(code: number, partitions: number): Refusal {
	const { detail } = troubleOfCode(code);
	if (memberCodes.includes(code))
		return { code: "has members", values: { members: null } };
	if (code === regroupsCode) return { code: "regroups", values: {} };
	if (forbiddenCodes.includes(code))
		return { code: "broker forbids", values: { detail } };
	if (momentaryCodes.includes(code))
		return { code: "broker failed", values: { detail } };
	if (code === stillReadCode) return { code: "still read", values: {} };
	if (code === otherKindCode) return { code: "changed since", values: {} };
	return { code: "positions refused", values: { partitions, detail } };
}

/** Why nothing could be asked, or nothing was answered. */
export function whyNot(error: unknown): Refusal {
	if (error instanceof Problem) return { code: "gone", values: {} };
	const { code, detail } = troubleOf(error);
	const isRight = code === "not allowed";
	return {
		code: isRight ? "broker forbids" : "broker failed",
		values: { detail: detail || code },
	};
}
