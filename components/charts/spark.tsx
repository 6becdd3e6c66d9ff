// How did the lag of one subscription go in the last hour, in the space of a cell?
import { type Box, type Series, spark } from "./spark.ts";

const box: Box = { width: 84, height: 20 };

export function Spark(props: {
	readonly series: Series;
	readonly label: string;
}) {
	const { line, area, now } = spark(props.series, box);
	return (
		<svg
			className="spark"
			viewBox={`0 0 ${box.width} ${box.height}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={props.label}
		>
			<path className="a" d={area} />
			<path className="l" d={line} />
			{now && <circle className="d" cx={now.x} cy={now.y} r="2" />}
		</svg>
	);
}
