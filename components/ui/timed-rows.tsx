"use client";
// How does a keyboard come to the times of a table without a stop at each? One stop for all, and arrows from there.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

const timesIn = (rows: HTMLElement | null): readonly HTMLElement[] => [
	...(rows?.querySelectorAll<HTMLElement>("time[title]") ?? []),
];

function stopAt(times: readonly HTMLElement[], stop: HTMLElement | undefined) {
	for (const time of times) time.tabIndex = time === stop ? 0 : -1;
}

const steps: Readonly<Record<string, 1 | -1>> = {
	...{ ArrowDown: 1, ArrowRight: 1 },
	...{ ArrowUp: -1, ArrowLeft: -1 },
};

export function TimedRows(props: { readonly children: ReactNode }) {
	const rows = useRef<HTMLTableSectionElement>(null);
	useEffect(() => {
		const times = timesIn(rows.current);
		stopAt(times, times.find(({ tabIndex }) => tabIndex === 0) ?? times[0]);
	});
	const walk = (event: KeyboardEvent) => {
		const times = timesIn(rows.current);
		const step = steps[event.key];
		const from = times.findIndex((time) => time.matches(":focus"));
		const next = from === -1 ? undefined : times[from + (step ?? 0)];
		if (step === undefined || next === undefined) return;
		event.preventDefault();
		stopAt(times, next);
		next.focus();
	};
	return (
		<tbody ref={rows} onKeyDown={walk}>
			{props.children}
		</tbody>
	);
}
