"use client";
// Does a clean-up lie over the page? Whatever page it is; fetched once one does.
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";

const CleanUp = dynamic(
	() => import("#components/clean-up/clean-up.tsx").then((it) => it.CleanUp),
	{ ssr: false },
);

export function CleanUps() {
	const id = useSearchParams().get("errand");
	return id && <CleanUp id={id} />;
}
