// Did the collector go on asking? What history tells of one backlog, reading by reading.
import type { Visitor } from "../visitor.ts";

type History = {
	readonly at: readonly string[];
	readonly asked: readonly boolean[];
	readonly gauges: {
		readonly lag: { readonly last: readonly (number | null)[] };
	};
};

export type Span = { readonly fromMs: number; readonly toMs: number };

/** The lags that were read between, in their order. */
export async function readingsIn(
	visitor: Visitor,
	channel: string,
	{ fromMs, toMs }: Span,
): Promise<readonly number[]> {
	const { rows } = await visitor.board(`channel:"${channel}"`);
	const [from, to] = [new Date(fromMs), new Date(toMs)].map((it) =>
		it?.toISOString(),
	);
	const { at, asked, gauges } = await visitor.read<History>(
		`/api/subscriptions/${rows[0]?.id}/history?from=${from}&to=${to}&points=20000`,
	);
	return at.flatMap((time, i) => {
		const isIn = Date.parse(time) >= fromMs && Date.parse(time) <= toMs;
		const lag = gauges.lag.last[i] ?? null;
		return isIn && asked[i] && lag !== null ? [lag] : [];
	});
}
