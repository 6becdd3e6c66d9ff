"use client";
// Does the screen stay on while the wall is shown? Where the browser may hold it, and again after the tab was hidden.
import { useEffect } from "react";

export function useWakeLock(): void {
	useEffect(() => {
		if (!("wakeLock" in navigator)) return;
		let lock: WakeLockSentinel | null = null;
		let isOver = false;
		const hold = async () => {
			if (document.visibilityState !== "visible") return;
			// A browser may refuse, on a low battery for one: the wall is the same without it.
			const held = await navigator.wakeLock.request("screen").catch(() => null);
			if (isOver) void held?.release();
			else lock = held;
		};
		void hold();
		document.addEventListener("visibilitychange", hold);
		return () => {
			isOver = true;
			document.removeEventListener("visibilitychange", hold);
			void lock?.release();
		};
	}, []);
}
