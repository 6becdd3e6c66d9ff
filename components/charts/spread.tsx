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
	/** A dashed rule after so many of them, beyond which they stand out. */
	readonly rule?: { readonly after: number; readonly said: string } | null;
}) {
	const { counts, label, width, amount, rule = null } = props;
	const lengths = lengthsOf(counts, Math.max(20, width - namePx - countPx));
	const height = (counts.length + (rule ? 1 : 0)) * rowPx;
	const isBeyond = (i: number) => rule !== null && i >= rule.after;
	const topOf = (i: number) => (isBeyond(i) ? i + 1 : i) * rowPx;
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
				<g key={name} transform={`translate(0 ${topOf(i)})`}>
					<title>{name}</title>
					<svg width={namePx - gapPx} height={rowPx} aria-hidden="true">
						<text className="t" y="16">
							{short}
						</text>
					</svg>
					<rect
						className={isBeyond(i) ? "beyond" : ""}
						x={namePx}
						y="6"
						width={lengths[i] ?? 0}
						height="12"
						rx="1"
					/>
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
			{rule && <Rule top={rule.after * rowPx} width={width} said={rule.said} />}
		</svg>
	);
}

function Rule(props: {
	readonly top: number;
	readonly width: number;
	readonly said: string;
}) {
	const { top, width, said } = props;
	return (
		<g transform={`translate(0 ${top})`}>
			<path className="rule" d={`M0 12H${width}`} />
			<text className="rule-word" y="16">
				{said}
			</text>
		</g>
	);
}
