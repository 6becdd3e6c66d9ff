"use client";
// What stands around every page? Bar, brokers, and the banner when values are old; then everything inside is grey.
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { comeLate } from "#components/ui/come-late.ts";
import { useKeys } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import { useOnline, useTicked } from "#components/ui/ticking.ts";
import { useAfter } from "#components/ui/use-after.ts";
import type { Seen } from "#lib/wire/seen.ts";
import { Banner } from "./banner.tsx";
import { Bar, type Page } from "./bar.tsx";
import { Strip } from "./strip.tsx";
import { type Blame, truthOf } from "./truth.ts";
import { turnZone } from "./zone-switch.tsx";

/** Fetched when somebody first asks for it; without a boundary of its own the whole page would wait, hidden, and lose its focus. */
const KeysSheet = dynamic(
	() => import("./keys-sheet.tsx").then(({ KeysSheet }) => KeysSheet),
	{ ssr: false },
);

const Palette = dynamic(
	() => import("./palette/palette.tsx").then(({ Palette }) => Palette),
	{ ssr: false },
);

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

/** Only who sees a part is told of it, and the question who that is comes after the board. */
const Partly = dynamic(
	() => comeLate(() => import("./account.tsx").then(({ Partly }) => Partly)),
	{ ssr: false },
);

/** What nobody waits for comes once the rows are drawn that they do wait for, or none have come for a while. */
const settlesMs = 1_500;
const emptyMs = 6_000;

export function Frame(props: {
	readonly seen: Seen | null;
	readonly failing: boolean;
	readonly at?: Page;
	/** The broker whose page this is. */
	readonly broker?: string;
	readonly children: ReactNode;
}) {
	const { seen, failing, at = null, broker = null, children } = props;
	const online = useOnline();
	const { toggle, askNow } = useLive();
	const router = useRouter();
	const [over, setOver] = useState<"keys" | "palette" | null>(null);
	const stale = useBlame({ seen, failing }) !== null;
	const isKept = (seen?.reply.collector.history ?? "kept") === "kept";
	const asking = { seen, failing, online };
	const isSettled = useAfter(seen?.reply.total ? settlesMs : emptyMs);
	const close = () => setOver(null);
	useKeys({
		l: toggle,
		r: askNow,
		t: turnZone,
		"?": () => setOver("keys"),
		"Ctrl K": () => setOver("palette"),
		"g b": () => router.push("/"),
		"g a": () => router.push("/alerts"),
		"g h": () => router.push("/activity"),
		"g p": () => router.push("/people"),
		"g w": () => router.push("/?view=wall"),
	});
	return (
		<div className="frame" {...(stale ? { "data-stale": "" } : {})}>
			<Bar
				asking={asking}
				stale={stale}
				at={at}
				firing={seen?.reply.firing ?? null}
				onKeys={() => setOver("keys")}
				onFind={() => setOver("palette")}
				isSettled={isSettled}
			/>
			{seen?.reply.brokers.length !== 0 && (
				<Strip asking={asking} stale={stale} here={broker} />
			)}
			<div role="alert">{(stale || !isKept) && <Banner asking={asking} />}</div>
			{isSettled && <Partly />}
			<main id="content">{children}</main>
			{over === "keys" && <KeysSheet onClose={close} />}
			{over === "palette" && (
				<Palette onClose={close} onKeys={() => setOver("keys")} />
			)}
		</div>
	);
}
