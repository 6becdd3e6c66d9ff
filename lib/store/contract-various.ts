// Which rows try every order and filter? All that can meet, the unknown among them.
import { about, exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { rowOf } from "./contract-rows.ts";

const living = { registered: 2, dead: 0, stuck: 0, unknown: 0 };
export const pick = <T>(all: readonly T[], i: number): T | undefined =>
	all[i % all.length];

export const various: readonly Row[] = Array.from({ length: 210 }, (_, i) =>
	rowOf(
		`${pick(["Orders.eu", "orders[1]", "a*b?c", "\0x", "Über"], i)}${i >> 4}`,
		{
			broker: pick(["one", "Two"], i) ?? "",
			group: pick([null, "Team A", "", `g${i}`], i) ?? null,
			family: pick([null, "Fam"], i >> 1) ?? null,
			verdict: pick(verdicts, i) ?? "unknown",
			lag: pick([null, exactly(0), about(7), exactly(i)], i >> 2) ?? null,
			holding: pick([null, 0, i % 9], i >> 1) ?? null,
			marginSeconds: pick([null, exactly(60), exactly(i)], i >> 3) ?? null,
			members:
				pick(
					[null, { ...living, live: null }, { ...living, live: exactly(2) }],
					i,
				) ?? null,
		},
	),
);
