// How is the lag spread over very many partitions? A cell each by number, darker where more waits, in another colour where it is stuck; what is not known is hollow.
import { type Bar, cellPx, cellsOf, heatOf } from "./heat.ts";

export function PartitionHeat(props: {
	readonly bars: readonly Bar[];
	readonly label: string;
	/** In pixels, so that cells keep their size. */
	readonly width: number;
	readonly said: (bar: Bar) => string;
}) {
	const { label, width, said } = props;
	const bars = props.bars.toSorted((a, b) => a.partition - b.partition);
	const most = Math.max(1, ...bars.map(({ lag }) => lag ?? 0));
	const { cells, height } = cellsOf(bars.length, width);
	return (
		<svg
			className="heat"
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			role="img"
			aria-label={label}
		>
			{bars.map((bar, i) => (
				<rect
					key={bar.partition}
					className={
						bar.isStuck
							? "bar-stuck"
							: `heat-${heatOf(bar.lag, most) ?? "unknown"}`
					}
					{...cells[i]}
					width={cellPx}
					height={cellPx}
				>
					<title>{said(bar)}</title>
				</rect>
			))}
		</svg>
	);
}
