// How do alerts lie in time? One line for each thing they are about, a bar from when it fired to when it was over.
import { timeTicks } from "#components/charts/ticks.ts";
import { useWidth } from "#components/ui/width.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply } from "#lib/wire/alerts.ts";
import { type Bar, lanesOf } from "./lanes.ts";
import { targetSaid } from "./said.ts";

const lanesMost = 12;
const dayMs = 24 * 3_600_000;

export function PastPicture(props: {
	readonly alerts: readonly AlertReply[];
	readonly fromMs: number;
	readonly toMs: number;
}) {
	const words = useWords();
	const { alerts: said, numbers } = words;
	const { alerts, fromMs, toMs } = props;
	const [place, width] = useWidth();
	const lanes = lanesOf(alerts, fromMs, toMs);
	const shown = lanes.slice(0, lanesMost);
	const rest = lanes.length - shown.length;
	const most = Math.max(2, Math.floor(width / 110));
	const ticks = timeTicks(fromMs, toMs, most, numbers.zoneMs(fromMs));
	const share = (ms: number) => `${(100 * (ms - fromMs)) / (toMs - fromMs)}%`;
	const barSaid = (bar: Bar) =>
		said.past.bar(
			brief(bar.rule, 80),
			numbers.moment(bar.fromMs, toMs),
			bar.isOver ? numbers.duration(bar.lastedMs / 1_000) : said.past.still,
		);
	return (
		<div className="alerts-picture">
			<div
				role="img"
				aria-label={said.past.picture(lanes.length, alerts.length)}
			>
				<div className="alerts-lane head">
					<span />
					<div className="alerts-track" ref={place}>
						{ticks.atMs.map((ms) => (
							<span key={ms} style={{ left: share(ms) }}>
								{ticks.stepMs < dayMs
									? numbers.moment(ms, ms)
									: numbers.date(ms)}
							</span>
						))}
					</div>
				</div>
				{shown.map(({ key, target, bars }) => (
					<div className="alerts-lane" key={key}>
						<span className="cut" title={targetSaid(words, target)}>
							{targetSaid(words, target)}
						</span>
						<div className="alerts-track">
							{ticks.atMs.map((ms) => (
								<i key={ms} className="line" style={{ left: share(ms) }} />
							))}
							{bars.map((bar) => (
								<i
									key={bar.id}
									className={`bar l-${bar.verdict ?? "none"}`}
									title={barSaid(bar)}
									style={{
										left: `min(${100 * bar.from}%, 100% - 4px)`,
										width: `${100 * bar.width}%`,
									}}
								/>
							))}
						</div>
					</div>
				))}
			</div>
			{rest > 0 && <p className="q">{said.past.otherLanes(rest)}</p>}
		</div>
	);
}
