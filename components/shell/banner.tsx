"use client";
// What must be known before any number is read? That nothing new has come, since when, and who is to blame.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useLive } from "#components/ui/live.tsx";
import { useTicking } from "#components/ui/ticking.ts";
import { Time } from "#components/ui/time.tsx";
import { useWords } from "#lib/say/speech.tsx";
import { type Asking, truthOf } from "./truth.ts";

export function Banner(props: {
	readonly asking: Omit<Asking, "monotonicMs">;
}) {
	const { banner, numbers } = useWords();
	const { pausedMs } = useLive();
	const ticking = useTicking();
	const truth = truthOf({ ...props.asking, monotonicMs: pausedMs ?? ticking });
	if (truth === null) return null;
	if (truth.blame === null) return <StoreBanner asking={props.asking} />;
	const { blame, fromMs, nowMs } = truth;
	const seconds = (nowMs - fromMs) / 1_000;
	const told = {
		collector: [banner.nothingNew(seconds), banner.collector(fromMs)],
		never: [banner.collectorNever, ""],
		offline: [banner.offline, banner.valuesFrom(fromMs)],
		server: [banner.server, banner.valuesFrom(fromMs)],
	}[blame];
	return (
		<div className="banner grave">
			<Icon path={glyphs.warn} />
			<span>
				<b>{told[0]}</b>{" "}
				<Time ms={fromMs} whole={numbers.wholly} stop={0}>
					{told[1]}
				</Time>
			</span>
		</div>
	);
}

/** What is shown is new, and something is wrong with where it is kept. */
function StoreBanner({ asking }: { readonly asking: Pick<Asking, "seen"> }) {
	const { banner } = useWords();
	const history = asking.seen?.reply.collector.history ?? "kept";
	if (history === "kept") return null;
	const [says, means] = {
		"no room": [banner.noRoom, banner.noRoomMeans],
		damaged: [banner.damaged, banner.damagedMeans],
	}[history];
	return (
		<div className={history === "damaged" ? "banner grave" : "banner"}>
			<Icon path={glyphs.warn} />
			<span>
				<b>{says}</b> {means}
			</span>
		</div>
	);
}
