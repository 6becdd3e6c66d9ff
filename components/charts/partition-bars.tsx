// How is the lag spread over the partitions? One bar each by number, its height the lag; what is not known has none.

import type { Bar } from "./heat.ts";

const height = 96;
const gap = 3;

export function PartitionBars(props: {
	readonly bars: readonly Bar[];
	readonly label: string;
}) {
	const bars = props.bars.toSorted((a, b) => a.partition - b.partition);
	const most = Math.max(1, ...bars.map(({ lag }) => lag ?? 0));
	const width = 600;
	const each = (width + gap) / bars.length;
	return (
		<svg
			className="bars-chart"
			viewBox={`0 0 ${width} ${height}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={props.label}
		>
			{bars.map(({ partition, lag }, index) => {
				const tall = lag === null ? 0 : (lag / most) * (height - 8);
				const place = { x: index * each, width: each - gap };
				return (
					<g key={partition}>
						<rect className="bar-place" {...place} y="0" height={height} />
						{lag !== null && lag > 0 && (
							<rect
								className="bar-lag"
								{...place}
								y={height - Math.max(1, tall)}
								height={Math.max(1, tall)}
							/>
						)}
					</g>
				);
			})}
		</svg>
	);
}
