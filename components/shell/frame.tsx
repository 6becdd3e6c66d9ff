"use client";
// What stands around every page? Bar, brokers, and the banner when values are old; then everything inside is grey.
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import { useOnline, useTicked } from "#components/ui/ticking.ts";
import type { Seen } from "#lib/wire/seen.ts";
import { Banner } from "./banner.tsx";
import { Bar } from "./bar.tsx";
import { KeysSheet } from "./keys-sheet.tsx";
import { Strip } from "./strip.tsx";
import { type Blame, truthOf } from "./truth.ts";
import { turnZone } from "./zone-switch.tsx";

/** Who is to blame that the values are old; null while they may be believed. Draws again only when that changes. */
export function useBlame(it: {
	readonly seen: Seen | null;
	readonly failing: boolean;
}): Blame | null {
	const online = useOnline();
	const { pausedMs } = useLive();
	return useTicked(
		(ticked) =>
			truthOf({ ...it, online, monotonicMs: pausedMs ?? ticked })?.blame ??
			null,
	);
}

export function Frame(props: {
	readonly seen: Seen | null;
	readonly failing: boolean;
	readonly here?: boolean;
	/** The broker whose page this is. */
	readonly broker?: string;
	readonly children: ReactNode;
}) {
	const { seen, failing, here = false, broker = null, children } = props;
	const online = useOnline();
	const { toggle, askNow } = useLive();
	const router = useRouter();
	const [keys, setKeys] = useState(false);
	const stale = useBlame({ seen, failing }) !== null;
	const noRoom = seen?.reply.collector.history === "no room";
	const asking = { seen, failing, online };
	useKeys({
		l: toggle,
		r: askNow,
		t: turnZone,
		"?": () => setKeys(true),
		"g b": () => router.push("/"),
		"g w": () => router.push("/?view=wall"),
	});
	return (
		<div className="frame" {...(stale ? { "data-stale": "" } : {})}>
			<Bar
				asking={asking}
				stale={stale}
				here={here}
				onKeys={() => setKeys(true)}
			/>
			{seen?.reply.brokers.length !== 0 && (
				<Strip asking={asking} stale={stale} here={broker} />
			)}
			<div role="alert">{(stale || noRoom) && <Banner asking={asking} />}</div>
			<main id="content">{children}</main>
			{keys && <KeysSheet onClose={() => setKeys(false)} />}
		</div>
	);
}
