// How is a number spread over a few spans? A bar each with its name and its count, calm enough to stand beside others.
import { type Counted, lengthsOf } from "./spread.ts";

const rowPx = 24;
const namePx = 104;
const gapPx = 8;
const countPx = 84;

export function Spread(props: {
	readonly counts: readonly Counted[];
	readonly label: string;
	/** In pixels, so that letters keep their size. */
	readonly width: number;
	readonly amount: (n: number) => string;
}) {
	const { counts, label, width, amount } = props;
	const lengths = lengthsOf(counts, Math.max(20, width - namePx - countPx));
	const height = counts.length * rowPx;
	return (
		<svg
			className="spread"
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			role="img"
			aria-label={label}
		>
			{counts.map(({ name, short = name, n }, i) => (
				<g key={name} transform={`translate(0 ${i * rowPx})`}>
					<title>{name}</title>
					<svg width={namePx - gapPx} height={rowPx} aria-hidden="true">
						<text className="t" y="16">
							{short}
						</text>
					</svg>
					<rect x={namePx} y="6" width={lengths[i] ?? 0} height="12" rx="1" />
					<text
						className={n === 0 ? "n q" : "n"}
						x={width}
						y="16"
						textAnchor="end"
					>
						{amount(n)}
					</text>
				</g>
			))}
		</svg>
	);
}
