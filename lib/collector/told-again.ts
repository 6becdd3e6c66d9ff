// Is a reading told again whose turn did not come in time? Its own date holds, and after two intervals nobody vouches for it.
import type { BrokerFact, Row } from "#lib/core/board.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import type { Reading } from "#lib/core/reading.ts";

export const isToldTooLate = (
	{ atMs }: Reading,
	before: Row,
	{ everyMs }: Pick<BrokerFact, "everyMs">,
	nowMs: number,
): boolean =>
	atMs <= before.atMs && freshnessOf(atMs, everyMs, nowMs) !== "fresh";
