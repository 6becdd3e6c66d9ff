// Which bound does a code's count carry? Exact where it says none.
import { type Bound, bounds } from "#lib/core/amount.ts";
import type { Values } from "./words/words.ts";

export const boundOf = (values: Values): Bound =>
	bounds.find((bound) => bound === values.bound) ?? "exact";
