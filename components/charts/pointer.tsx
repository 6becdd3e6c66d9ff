"use client";
// What stood at that moment, and which stretch does somebody want to see alone? By pointer and by keys alike.
import {
	type KeyboardEvent,
	type PointerEvent,
	type ReactNode,
	useId,
	useRef,
	useState,
} from "react";
import {
	above,
	axisHeight,
	left,
	msAt,
	nearest,
	type Plane,
	wholeHeight,
	xOf,
} from "./plane.ts";
import type { Point } from "./series.ts";
import { type Pointing, pointed, type Stretch, stretchOf } from "./stretch.ts";

/** A hand that trembles chooses nothing. */
const leastPx = 6;

export type PointerWords = {
	readonly label: string;
	/** What the keys do. */
	readonly keys: string;
	told(point: Point): string;
	chosen(stretch: Stretch): string;
};

export function Pointer(props: {
	readonly points: readonly Point[];
	readonly plane: Plane;
	readonly words: PointerWords;
	readonly onChoose: (stretch: Stretch) => void;
	readonly readout: (point: Point) => ReactNode;
}) {
	const { points, plane, words, onChoose, readout } = props;
	const last = points.length - 1;
	const [pointing, point] = useState<Pointing | null>(null);
	const how = useId();
	const downX = useRef<number | null>(null);
	if (last < 0) return null;
	const inside = pointing && {
		at: Math.min(pointing.at, last),
		from: pointing.from === null ? null : Math.min(pointing.from, last),
	};
	const stretch = inside && stretchOf(points, inside);
	const here = inside && points[inside.at];
	const choose = () => {
		if (stretch !== null) onChoose(stretch);
		point(null);
	};
	const xIn = (event: PointerEvent<HTMLElement>) =>
		event.clientX - event.currentTarget.getBoundingClientRect().left + left;
	const moved = (event: PointerEvent<HTMLElement>) => {
		const x = xIn(event);
		const at = nearest(points, msAt(plane, x));
		const began = downX.current;
		const isFar = began !== null && Math.abs(x - began) >= leastPx;
		point({ at, from: isFar ? nearest(points, msAt(plane, began)) : null });
	};
	const pressed = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const from = inside ?? { at: last, from: null };
		const next = pointed(from, event.key, event.shiftKey, last);
		if (next !== null) point(next);
		else if (event.key === "Enter" && stretch !== null) choose();
		else if (event.key === "Escape" && pointing !== null) point(null);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<>
			<span id={how} className="sr">
				{words.keys}
			</span>
			{here && <Hand plane={plane} point={here} stretch={stretch} />}
			<div
				className="chart-pointer"
				style={{ left, height: wholeHeight - axisHeight }}
				role="slider"
				tabIndex={0}
				aria-label={words.label}
				aria-describedby={how}
				aria-valuemin={0}
				aria-valuemax={last}
				aria-valuenow={inside?.at ?? last}
				aria-valuetext={said(words, stretch, here ?? points[last])}
				onKeyDown={pressed}
				onFocus={() => point(inside ?? { at: last, from: null })}
				onBlur={() => point(null)}
				onPointerDown={(event) => {
					if (event.button !== 0) return;
					event.currentTarget.setPointerCapture(event.pointerId);
					downX.current = xIn(event);
					moved(event);
				}}
				onPointerMove={moved}
				onPointerUp={() => {
					if (downX.current !== null && stretch !== null) choose();
					downX.current = null;
				}}
				onPointerCancel={() => {
					downX.current = null;
					point(null);
				}}
				onPointerLeave={() => {
					if (downX.current === null) point(null);
				}}
			/>
			{here && (
				<div
					className="chart-readout"
					style={placeOf(plane, here)}
					aria-hidden="true"
				>
					{stretch === null ? readout(here) : words.chosen(stretch)}
				</div>
			)}
		</>
	);
}

const said = (
	words: PointerWords,
	stretch: Stretch | null,
	point: Point | undefined,
): string =>
	stretch !== null ? words.chosen(stretch) : point ? words.told(point) : "";

/** On the side where there is more room. */
function placeOf(plane: Plane, { atMs }: Point) {
	const x = xOf(plane, atMs);
	return x > plane.width / 2
		? { right: plane.width - x + 10, top: above + 6 }
		: { left: x + 10, top: above + 6 };
}

function Hand(props: {
	readonly plane: Plane;
	readonly point: Point;
	readonly stretch: Stretch | null;
}) {
	const { plane, point, stretch } = props;
	const foot = wholeHeight - axisHeight;
	const x = xOf(plane, point.atMs);
	const from = stretch && xOf(plane, stretch.fromMs);
	const to = stretch && xOf(plane, stretch.toMs);
	return (
		<svg
			className="chart-hand"
			width={plane.width}
			height={wholeHeight}
			aria-hidden="true"
		>
			{from !== null && to !== null && (
				<rect x={from} y={above} width={to - from} height={foot - above} />
			)}
			<path d={`M${x} ${above}V${foot}`} />
		</svg>
	);
}
