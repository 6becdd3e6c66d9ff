"use client";
// How wide is the place something is drawn in? In whole pixels, kept up to date.
import { type RefCallback, useCallback, useState } from "react";

const usualPx = 800;

export function useWidth(): readonly [RefCallback<HTMLElement>, number] {
	const [width, setWidth] = useState(usualPx);
	const place = useCallback((node: HTMLElement | null) => {
		if (node === null) return;
		const observer = new ResizeObserver(() =>
			setWidth(Math.max(240, Math.floor(node.clientWidth))),
		);
		observer.observe(node);
		return () => observer.disconnect();
	}, []);
	return [place, width];
}
