"use client";
// How do the answers of the server and the wall come together? The board's own question, without what nobody has to stand up for.
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forecastOf } from "#components/board/forecast.ts";
import { useBoard } from "#components/board/use-board.ts";
import { Mark } from "#components/shell/mark.tsx";
import { lampsOf, truthOf } from "#components/shell/truth.ts";
import { comeLate } from "#components/ui/come-late.ts";
import { useKeys } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import { useOnline, useTicking } from "#components/ui/ticking.ts";
import type { Loss } from "#components/wall/told.ts";
import { Wall } from "#components/wall/wall.tsx";
import type { RowReply } from "#lib/wire/board.ts";

const Partly = dynamic(
	() =>
		comeLate(() =>
			import("#components/shell/account.tsx").then((it) => it.Partly),
		),
	{ ssr: false },
);

/** The gravest; what lies beyond is counted. */
const rowsMax = 60;

export function WallPage() {
	const { pausedMs, toggle } = useLive();
	const online = useOnline();
	const router = useRouter();
	const shownMs = useTicking();
	const { seen, failing } = useBoard({
		...{ filter: "", sort: "gravity", limit: rowsMax },
	});
	const home = () => router.push("/");
	useKeys({ "g b": home, Escape: home });
	// A pause taken along from another page would leave a wall that never hears again.
	useEffect(() => {
		if (pausedMs !== null) toggle();
	}, [pausedMs, toggle]);
	const asking = { seen, failing, online, monotonicMs: shownMs };
	const truth = truthOf(asking);
	const lamps = lampsOf(asking);
	const ages = lamps.flatMap(({ ageSeconds }) => ageSeconds ?? []);
	const unheard = !online ? "offline" : failing ? "server" : null;
	return (
		<Wall
			seen={seen}
			told={{
				blame: truth === null ? unheard : truth.blame,
				nowMs: truth?.nowMs ?? null,
				fromMs: truth?.fromMs ?? null,
				heard: {
					ageSeconds: ages.length === 0 ? null : Math.min(...ages),
					brokers: lamps.length,
					silent: lamps.filter(({ freshness }) => freshness === "silent"),
				},
			}}
			lossOf={lossOf}
			shownMs={shownMs}
			part={<Partly />}
			brand={
				<>
					<Mark />
					Tidemark
				</>
			}
		/>
	);
}

function lossOf(row: RowReply): Loss {
	const forecast = forecastOf(row);
	if (forecast?.is === "lost") return "lost";
	return forecast?.is === "loses" ? forecast.seconds : null;
}
