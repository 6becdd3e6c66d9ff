"use client";
// Does the screen go on asking? One switch stops interval, focus and reconnect together.
import { useQueryClient } from "@tanstack/react-query";
import {
	createContext,
	type ReactNode,
	useCallback,
	useContext,
	useMemo,
	useState,
} from "react";
import { useTicking } from "./ticking.ts";

type Live = {
	/** By the browser's monotonic clock; null while live. */
	readonly pausedMs: number | null;
	toggle(): void;
	askNow(): void;
};

const LiveContext = createContext<Live>({
	pausedMs: null,
	toggle: () => {},
	askNow: () => {},
});

export const useLive = (): Live => useContext(LiveContext);

export function LiveProvider(props: { readonly children: ReactNode }) {
	const [pausedMs, setPausedMs] = useState<number | null>(null);
	const client = useQueryClient();
	const askNow = useCallback(() => {
		void client.refetchQueries({
			type: "active",
			predicate: (query) => query.meta?.live === true,
		});
	}, [client]);
	const toggle = useCallback(() => {
		setPausedMs((before) => (before === null ? performance.now() : null));
		if (pausedMs !== null) askNow();
	}, [askNow, pausedMs]);
	const live = useMemo(
		() => ({ pausedMs, toggle, askNow }),
		[pausedMs, toggle, askNow],
	);
	return <LiveContext value={live}>{props.children}</LiveContext>;
}

/** What the browser's monotonic clock shows on the screen; it stands still while paused. */
export function useShownMs(): number {
	const ticking = useTicking();
	const { pausedMs } = useLive();
	return pausedMs ?? ticking;
}

/** Longer after each failure, and never all screens at once: at most eight times as long, plus a fifth by chance. */
export function waitMs(everyMs: number, failures: number, chance: number) {
	const longer = everyMs * Math.min(8, 2 ** failures);
	return Math.round(failures === 0 ? longer : longer * (1 + chance / 5));
}

/** The options of a query that goes on asking while live. */
export function useAsking(everyMs: number, failures: number) {
	const { pausedMs } = useLive();
	const live = pausedMs === null;
	// One chance for each screen: with a new wait at each drawing, a screen that is drawn each second would begin to wait anew for ever.
	const [chance] = useState(Math.random);
	return {
		meta: { live: true },
		refetchInterval: live
			? () => waitMs(everyMs, failures, chance)
			: (false as const),
		refetchIntervalInBackground: false,
		refetchOnWindowFocus: live ? ("always" as const) : false,
		refetchOnReconnect: live ? ("always" as const) : false,
		refetchOnMount: true,
		networkMode: "always" as const,
		retry: false as const,
	};
}
