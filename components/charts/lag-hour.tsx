// How did the lag go in the last hour, with its size and its time?
import { marksOf } from "./lag-hour.ts";
import { type Series, spark } from "./spark.ts";

const height = 150;
const left = 56;
const bottom = 24;
const above = 8;
const hourMs = 60 * 60_000;

export function LagHour(props: {
	readonly series: Series;
	readonly endMs: number;
	readonly label: string;
	/** In pixels, so that letters keep their size. */
	readonly width: number;
	readonly amount: (n: number) => string;
	readonly time: (ms: number) => string;
}) {
	const { series, endMs, label, width, amount, time } = props;
	const highest = Math.max(0, ...series.filter((n) => n !== null));
	const { top, lines, quarters } = marksOf(highest, endMs);
	const ground = height - bottom;
	const plot = { width: width - left, height: ground - above };
	const drawn = spark(series, plot, top);
	const every = width < 500 ? 2 : 1;
	const xOf = (ms: number) =>
		left + ((ms - endMs + hourMs) / hourMs) * (plot.width - 3);
	const yOf = (n: number) => ground - (n / top) * plot.height;
	return (
		<svg
			className="chart"
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			role="img"
			aria-label={label}
		>
			{lines.map((n) => (
				<g key={n}>
					<path
						className={n === 0 ? "axis" : "grid"}
						d={`M${left} ${yOf(n)}H${width}`}
					/>
					<text x={left - 8} y={yOf(n) + 4} textAnchor="end">
						{amount(n)}
					</text>
				</g>
			))}
			{quarters
				.filter((_, at) => at % every === 0)
				.map((ms) => (
					<g key={ms}>
						<path className="grid" d={`M${xOf(ms)} ${above}V${ground}`} />
						<text x={xOf(ms)} y={height - 6} textAnchor="middle">
							{time(ms)}
						</text>
					</g>
				))}
			<g transform={`translate(${left} ${above})`}>
				<path className="area" d={drawn.area} />
				<path className="lag" d={drawn.line} />
			</g>
		</svg>
	);
}
