"use client";
// What was a value when somebody last rested? Each change begins the rest anew.
import { useEffect, useState } from "react";

export function useRested<T>(value: T, restMs: number): T {
	const [rested, setRested] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setRested(value), restMs);
		return () => clearTimeout(timer);
	}, [value, restMs]);
	return rested;
}
