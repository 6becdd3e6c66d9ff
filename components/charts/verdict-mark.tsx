// How is a verdict drawn? Icon and word together, so that it is told without colour.
import type { ReactNode } from "react";
import type { Verdict } from "#lib/core/verdict.ts";

/** Sixteen by sixteen, as they all are. */
export const stalledIcon = "M4 2.8h2.9v10.4H4zM9.1 2.8H12v10.4H9.1z";

const filled: Partial<Readonly<Record<Verdict, string>>> = {
	losing:
		"M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM7.15 4.2v5h1.7v-5zM7.15 10.5v1.7h1.7v-1.7z",
	stopped:
		"M4.2 3h7.6A1.2 1.2 0 0 1 13 4.2v7.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 11.8V4.2A1.2 1.2 0 0 1 4.2 3z",
	stalled: stalledIcon,
};
const stroked: Partial<Readonly<Record<Verdict, string>>> = {
	slow: "M2.6 12.2a6 6 0 1 1 10.8 0M8 9.6 5.1 6.2M8 9.6h.01",
	unknown: "M6.2 6.3a1.85 1.85 0 1 1 2.7 1.65c-.6.3-.9.7-.9 1.35M8 11.4h.01",
	abandoned: "M8 2.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3zM4 12l8-8",
	healthy:
		"M1.5 6.3c1.5-1.9 3-1.9 4.4 0s2.8 1.9 4.2 0 2.9-1.9 4.4 0M1.5 10.6c1.5-1.9 3-1.9 4.4 0s2.8 1.9 4.2 0 2.9-1.9 4.4 0",
};

export function VerdictIcon(props: { readonly verdict: Verdict }) {
	const solid = filled[props.verdict];
	return (
		<svg className="i-s v-icon" viewBox="0 0 16 16" aria-hidden="true">
			{props.verdict === "unknown" && (
				<circle className="v-ring" cx="8" cy="8" r="6.2" />
			)}
			{solid === undefined ? (
				<path className="v-stroke" d={stroked[props.verdict]} />
			) : (
				<path fill="currentColor" fillRule="evenodd" d={solid} />
			)}
		</svg>
	);
}

export function VerdictMark(props: {
	readonly verdict: Verdict;
	readonly big?: boolean;
	readonly children: ReactNode;
}) {
	const { verdict, big = false, children } = props;
	const looks = ["v", `v-${verdict}`];
	if (verdict === "losing") looks.push("v-solid");
	if (big) looks.push("v-big");
	else if (verdict === "healthy") looks.push("v-quiet");
	return (
		<span className={looks.join(" ")}>
			<VerdictIcon verdict={verdict} />
			{children}
		</span>
	);
}
