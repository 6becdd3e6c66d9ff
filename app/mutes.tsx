"use client";
// Does somebody want to mute something? Whatever page it is; fetched once one does.
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";

const MuteDialog = dynamic(
	() =>
		import("#components/alerts/mute-dialog.tsx").then((it) => it.MuteDialog),
	{ ssr: false },
);

export function Mutes() {
	const params = useSearchParams();
	return params.has("mute") && <MuteDialog among={params.getAll("mute")} />;
}
