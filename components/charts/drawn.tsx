"use client";
// How does a chart come to the screen? Its library only with the first chart, in a place that is kept free for it.
import dynamic from "next/dynamic";
import { wholeHeight } from "./plane.ts";

/** Nobody who looks at the board loads it. */
export const TimeChart = dynamic(
	() => import("./time-chart.tsx").then((it) => it.TimeChart),
	{ ssr: false, loading: () => <div style={{ height: wholeHeight }} /> },
);
