"use client";
// In which zone does this part draw times? `useZone()` is the one hook for charts and whatever else has to know; words follow by themselves.
import { useSyncExternalStore } from "react";
import { onZone, shownZone } from "./zone.ts";

/** As Intl is asked for it: undefined is the zone of the reader's own machine. */
export const useZone = (): string | undefined =>
	useSyncExternalStore(onZone, shownZone, () => undefined);
