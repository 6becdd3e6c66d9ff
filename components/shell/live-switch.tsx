"use client";
// Is the screen live, and what time does the server have? One switch for all of it.
import { useLive } from "#components/ui/live.tsx";
import { useTicking } from "#components/ui/ticking.ts";
import { Time } from "#components/ui/time.tsx";
import { useWords } from "#lib/say/speech.tsx";
import { serverNow } from "#lib/wire/seen.ts";
import type { Asking } from "./truth.ts";

export function LiveSwitch(props: {
	readonly asking: Omit<Asking, "monotonicMs">;
	readonly stale: boolean;
}) {
	const { bar, numbers } = useWords();
	const { pausedMs, toggle } = useLive();
	const ticking = useTicking();
	const { seen } = props.asking;
	const live = pausedMs === null;
	const nowMs = seen === null ? null : serverNow(seen, pausedMs ?? ticking);
	const looks = ["tool", "live", "told"];
	if (!live) looks.push("paused");
	if (props.stale || nowMs === null) looks.push("grey");
	return (
		<button
			type="button"
			role="switch"
			aria-checked={live}
			className={looks.join(" ")}
			title={
				live
					? bar.pauseTitle
					: `${bar.liveTitle}\n${numbers.wholly(nowMs ?? Date.now())}`
			}
			onClick={toggle}
		>
			<i className="pulse" />
			{live ? bar.live : bar.paused(nowMs ?? Date.now())}
			{live && nowMs !== null && (
				<Time look="q clock" ms={nowMs}>
					{numbers.clock(nowMs)}
				</Time>
			)}
		</button>
	);
}
