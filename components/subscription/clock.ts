"use client";
// What time has the server now? Its clock at the last answer, and the monotonic time since; it stands still while paused.
import { useShownMs } from "#components/ui/live.tsx";
import { type Seen, serverNow } from "#lib/wire/seen.ts";

export type Clock = Pick<Seen, "serverMs" | "answeredMs">;

export function useServerNow(clock: Clock): number {
	return serverNow(clock, useShownMs());
}
