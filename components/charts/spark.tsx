// How did the lag of one subscription go in the last hour, and how high was that for it, in the space of a cell?
import { type Box, type Series, spark } from "./spark.ts";

const box: Box = { width: 84, height: 20 };

export function Spark(props: {
	readonly series: Series;
	readonly highWater: number | null;
	/** The class that has the verdict's colours, which whatever stands above high water takes. */
	readonly look: string;
	readonly label: string;
}) {
	const { line, area, now, tide } = spark(props.series, box, props.highWater);
	return (
		<svg
			className={`spark ${props.look}`}
			viewBox={`0 0 ${box.width} ${box.height}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={props.label}
		>
			<path className="a" d={area} />
			<path className="l" d={line} />
			{tide && (
				<>
					{/* Nothing of the line is shown below its lower edge: half a stroke higher, so that what lies on high water is not above it. */}
					<svg className="above" height={tide - 0.75} aria-hidden="true">
						<path className="l" d={line} />
					</svg>
					<path className="h" d={`M0 ${tide}H${box.width}`} />
				</>
			)}
			{now && (
				<circle
					className={tide && now.y < tide ? "d above" : "d"}
					cx={now.x}
					cy={now.y}
					r="2"
				/>
			)}
		</svg>
	);
}
