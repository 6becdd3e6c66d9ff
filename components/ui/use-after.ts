"use client";
// Has so much time passed since something became true? For what nobody waits for.
import { useEffect, useState } from "react";

export function useAfter(isTrue: boolean, ms: number): boolean {
	const [isOver, setOver] = useState(false);
	useEffect(() => {
		if (!isTrue) return;
		const timer = setTimeout(() => setOver(true), ms);
		return () => clearTimeout(timer);
	}, [isTrue, ms]);
	return isOver;
}
