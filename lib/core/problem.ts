// What went wrong that somebody can do something about? Everything else is a bug and travels as an ordinary error.

export const problemCodes = [
	"invalid",
	"unauthenticated",
	"forbidden",
	"not found",
	"stale",
	"refused",
	"too large",
	/** Tried too often: its values say for how many seconds to wait. */
	"too many",
	"unreachable",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A key for the dictionaries, and the values its sentence needs: the server never sends sentences. */
export type ProblemDetail = {
	readonly key: string;
	readonly values: Readonly<Record<string, string | number>>;
};

export class Problem extends Error {
	readonly code: ProblemCode;
	readonly detail: ProblemDetail;

	constructor(
		code: ProblemCode,
		key: string,
		values: ProblemDetail["values"] = {},
	) {
		super(`${code}: ${key}`);
		this.name = "Problem";
		this.code = code;
		this.detail = { key, values };
	}
}
