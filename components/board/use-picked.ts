"use client";
// Which rows are selected? One key selects the row somebody stands on, or lets it go; so does a box at its edge.
import { useCallback, useEffect, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import type { Line } from "./lines.ts";
import type { PickBox } from "./pick.tsx";

const none: ReadonlySet<string> = new Set();

export type Picks = {
	readonly picked: ReadonlySet<string>;
	/** Every row shows its box, as where nothing can be pointed at. */
	readonly isPicking: boolean;
	/** Null until it was fetched, or where nothing can be done about rows. */
	readonly Pick: PickBox | null;
	readonly onPick: (id: string) => void;
};

export function usePicked(
	lineHere: () => Line,
	isOffered: boolean,
): Picks & {
	readonly onPicking: () => void;
	readonly onPickNone: () => void;
} {
	const [picked, setPicked] = useState(none);
	const [isPicking, setPicking] = useState(false);
	const [Pick, setPick] = useState<PickBox | null>(null);
	const onPick = useCallback(
		(id: string) =>
			setPicked((before) => {
				const next = new Set(before);
				if (!next.delete(id)) next.add(id);
				return next;
			}),
		[],
	);
	useEffect(() => {
		if (isOffered)
			import("./pick.tsx").then(
				(it) => setPick(() => it.Pick),
				() => {},
			);
	}, [isOffered]);
	useKeys({
		x: () => {
			const line = lineHere();
			if (line.is === "row") onPick(line.row.id);
		},
	});
	return {
		...{ picked, Pick, onPick },
		isPicking: isPicking || picked.size > 0,
		onPicking: () => setPicking(true),
		onPickNone: () => {
			setPicked(none);
			setPicking(false);
		},
	};
}
