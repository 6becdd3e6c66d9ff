"use client";
// What time has the server now? Its clock at the last answer, and the monotonic time since; it stands still while paused.
import { useLive } from "#components/ui/live.tsx";
import { useTicking } from "#components/ui/ticking.ts";
import { type Seen, serverNow } from "#lib/wire/seen.ts";

export type Clock = Pick<Seen, "serverMs" | "answeredMs">;

export function useServerNow(clock: Clock): number {
	const ticking = useTicking();
	const { pausedMs } = useLive();
	return serverNow(clock, pausedMs ?? ticking);
}
