// What is over, told line by line: when, about what, by which rule, after how long, and what ended it?
import { Time } from "#components/ui/time.tsx";
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply } from "#lib/wire/alerts.ts";
import { Target } from "./target.tsx";

const columns = ["resolved", "what", "rule", "outcome", "ended"] as const;

export function PastTable(props: {
	readonly alerts: readonly AlertReply[];
	readonly nowMs: number;
}) {
	const { alerts: said, numbers } = useWords();
	return (
		<table className="list alerts-t">
			<thead>
				<tr>
					{columns.map((column) => (
						<th key={column} scope="col" className={`c-${column}`}>
							{said.past.columns[column]}
						</th>
					))}
				</tr>
			</thead>
			<TimedRows>
				{props.alerts.map((alert) => {
					const overMs = Date.parse(alert.resolved ?? alert.since);
					const firedMs = Date.parse(alert.fired ?? alert.since);
					return (
						<tr key={alert.id}>
							<td className="q">
								<Time ms={overMs} whole={numbers.wholly}>
									{numbers.moment(overMs, props.nowMs)}
								</Time>
							</td>
							<td className="m">
								<Target target={alert.target} systems={[]} isBrief />
							</td>
							<td title={brief(alert.rule)}>{brief(alert.rule, 80)}</td>
							<td>
								{said.past.after(numbers.duration((overMs - firedMs) / 1_000))}
							</td>
							<td className="c-why">
								{alert.end === null ? "" : said.past.ends[alert.end]}
							</td>
						</tr>
					);
				})}
			</TimedRows>
		</table>
	);
}
