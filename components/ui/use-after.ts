"use client";
// Is it time for what nobody waits for? After so long; whoever learns that it is less begins anew.
import { useEffect, useState } from "react";

export function useAfter(ms: number): boolean {
	const [isOver, setOver] = useState(false);
	useEffect(() => {
		const timer = setTimeout(setOver, ms, true);
		return () => clearTimeout(timer);
	}, [ms]);
	return isOver;
}
