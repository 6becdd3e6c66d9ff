// How is the lag spread over the partitions? One bar each by number, its height the lag, marked where it is stuck; what is not known has none.
import { type Bar, numberedEvery } from "./heat.ts";
import { stalledIcon } from "./verdict-mark.tsx";

const gap = 3;
const plotPx = 154;
const numbersPx = 20;
/** For the mark of those that are stuck. */
const abovePx = 28;
const iconPx = 16;

export function PartitionBars(props: {
	readonly bars: readonly Bar[];
	readonly label: string;
	/** In pixels, so that numbers and marks keep their size. */
	readonly width: number;
	readonly said: (bar: Bar) => string;
}) {
	const { label, width, said } = props;
	const bars = props.bars.toSorted((a, b) => a.partition - b.partition);
	const most = Math.max(1, ...bars.map(({ lag }) => lag ?? 0));
	const each = (width + gap) / bars.length;
	const every = numberedEvery(bars.length, width);
	const wide = Math.max(1, each - gap);
	return (
		<svg
			className="bars-chart"
			viewBox={`0 0 ${width} ${plotPx + numbersPx}`}
			width={width}
			height={plotPx + numbersPx}
			role="img"
			aria-label={label}
		>
			{bars.map((bar, index) => (
				<g key={bar.partition} transform={`translate(${index * each} 0)`}>
					<title>{said(bar)}</title>
					<rect className="bar-place" width={wide} height={plotPx} />
					<Lag bar={bar} most={most} wide={wide} />
					{bar.isStuck && wide >= iconPx && (
						<path
							className="bar-stuck"
							transform={`translate(${(wide - iconPx) / 2} 6)`}
							d={stalledIcon}
						/>
					)}
					{bar.partition % every === 0 && (
						<text x={wide / 2} y={plotPx + 15} textAnchor="middle">
							{bar.partition}
						</text>
					)}
				</g>
			))}
			<path className="bars-foot" d={`M0 ${plotPx}H${width}`} />
		</svg>
	);
}

function Lag(props: {
	readonly bar: Bar;
	readonly most: number;
	readonly wide: number;
}) {
	const { bar, most, wide } = props;
	if (bar.lag === null || bar.lag === 0) return null;
	const tall = Math.max(1, (bar.lag / most) * (plotPx - abovePx));
	return (
		<rect
			className={bar.isStuck ? "bar-stuck" : "bar-lag"}
			width={wide}
			y={plotPx - tall}
			height={tall}
		/>
	);
}
