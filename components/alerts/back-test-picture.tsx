// How did what a rule watches go, where would it have fired, and where does its number lie? One line, the firings marked and numbered.
import { countTicks, timeTicks } from "#components/charts/ticks.ts";
import { useWidth } from "#components/ui/width.ts";
import type { Rule } from "#lib/core/alert/rule.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BackTestReply } from "#lib/wire/back-test.ts";
import { linePaths, marksIn } from "./back-test-plane.ts";
import { measuredSaid, targetSaid } from "./said.ts";

const height = 124;
const top = 16;
const foot = 102;
const dayMs = 24 * 3_600_000;

export function BackTestPicture(props: {
	readonly backTest: BackTestReply;
	readonly when: Rule["when"];
}) {
	const words = useWords();
	const { numbers, rules } = words;
	const { backTest, when } = props;
	const [place, width] = useWidth();
	const { line, firings, times } = backTest;
	const [fromMs, toMs] = [Date.parse(backTest.from), Date.parse(backTest.to)];
	const n = when.is === "measure" ? when.n : null;
	const highest = Math.max(
		0,
		n ?? 0,
		...(line?.values ?? []).map((v) => v ?? 0),
	);
	const { top: topValue } = countTicks(highest);
	const xOf = (ms: number) => ((ms - fromMs) / (toMs - fromMs)) * width;
	const yOf = (value: number) => foot - (value / topValue) * (foot - top);
	const drawn = line && linePaths(line, { xOf, yOf, foot });
	const marks = marksIn(firings, line?.target ?? null, times, { xOf, toMs });
	const ticks = timeTicks(
		...([fromMs, toMs, Math.max(2, Math.floor(width / 70))] as const),
		numbers.zoneMs(fromMs),
	);
	const name = line && targetSaid(words, line.target);
	return (
		<div ref={place} className={`backtest-picture ${lookOf(when)}`}>
			<svg
				viewBox={`0 0 ${width} ${height}`}
				{...{ width, height }}
				role="img"
				aria-label={rules.backTest.picture(name ?? rules.all, times)}
			>
				{marks.map(({ x, wide, label, labelX }) => (
					<g key={`${x} ${label}`}>
						<rect
							className="band"
							{...{ x, y: top, height: foot - top }}
							width={wide}
						/>
						<rect className="cap" {...{ x, y: top, height: 3 }} width={wide} />
						{label !== null && (
							<text
								className="strong"
								x={labelX}
								y={top - 5}
								textAnchor="middle"
							>
								{numbers.count(label)}
							</text>
						)}
					</g>
				))}
				{drawn && (
					<>
						<path className="area" d={drawn.area} />
						<path className="line" d={drawn.line} />
					</>
				)}
				<path className="axis" d={`M0 ${foot}H${width}`} />
				{n !== null && when.is === "measure" && (
					<>
						<path className="rule" d={`M0 ${yOf(n)}H${width}`} />
						<text x="2" y={Math.max(10, yOf(n) - 4)}>
							{measuredSaid(words, when.of, n)}
						</text>
					</>
				)}
				{ticks.atMs.map((ms) => (
					<text
						key={ms}
						x={Math.max(24, Math.min(width - 24, xOf(ms)))}
						y={height - 6}
						textAnchor="middle"
					>
						{ticks.stepMs < dayMs ? numbers.moment(ms, ms) : numbers.date(ms)}
					</text>
				))}
			</svg>
			{name && <p className="q cut">{name}</p>}
		</div>
	);
}

/** In the colour of the verdict it watches for; what is counted has none. */
function lookOf(when: Rule["when"]): string {
	if (when.is === "verdict") return `l-${when.atLeast}`;
	return when.is === "verdict alone" ? `l-${when.verdict}` : "l-none";
}
