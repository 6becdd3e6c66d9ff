"use client";
// Which line is on top stands in the address, once scrolling rests, and before anybody leaves: later it would call them back.
import { useEffect, useState } from "react";

const restMs = 400;

export function withFrom(search: string, from: number): string {
	const others = search
		.replace(/^\?/, "")
		.split("&")
		.filter((part) => part !== "" && !part.startsWith("from="));
	const parts = from > 0 ? [...others, `from=${from}`] : others;
	return parts.length > 0 ? `?${parts.join("&")}` : "";
}

function keeper() {
	let waiting: { readonly from: number; readonly timer: number } | null = null;
	const drop = () => {
		if (waiting) clearTimeout(waiting.timer);
		waiting = null;
	};
	const write = () => {
		if (waiting === null) return;
		const search = withFrom(location.search, waiting.from);
		drop();
		if (search !== location.search)
			history.replaceState(history.state, "", location.pathname + search);
	};
	return {
		...{ drop, write },
		keep(from: number) {
			drop();
			waiting = { from, timer: window.setTimeout(write, restMs) };
		},
	};
}

export function usePlaceKept(): (from: number) => void {
	const [{ keep, write, drop }] = useState(keeper);
	useEffect(() => {
		const pressed = ({ key }: KeyboardEvent) => key === "g" && write();
		addEventListener("click", write, true);
		addEventListener("keydown", pressed, true);
		return () => {
			removeEventListener("click", write, true);
			removeEventListener("keydown", pressed, true);
			drop();
		};
	}, [write, drop]);
	return keep;
}
