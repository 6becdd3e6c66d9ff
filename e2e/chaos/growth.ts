// I6: how fast does the store grow while everything breaks? What it takes of the disk, second by second; its journal is emptied again and again, and counts apart.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { megabytesOf } from "../long/taken.ts";

export type Growth = {
	readonly storeMb: number;
	readonly journalMb: number;
};

const everyMs = 1000;
/** What it takes as soon as it is there, and then for each minute. */
const storeMb = { atFirst: 4, perMinute: 2 };
const journalMb = 32;

export function growthOf(folder: string) {
	const most = { storeMb: 0, journalMb: 0 };
	const look = () => {
		const sizes = sizesIn(folder);
		most.storeMb = Math.max(most.storeMb, sizes.storeMb);
		most.journalMb = Math.max(most.journalMb, sizes.journalMb);
	};
	look();
	const timer = setInterval(look, everyMs);
	return {
		/** At the most, so far. */
		most: (): Growth => most,
		end: () => clearInterval(timer),
	};
}

function sizesIn(folder: string): Growth {
	const sizes = { storeMb: 0, journalMb: 0 };
	try {
		for (const name of readdirSync(folder))
			sizes[name.endsWith("-wal") ? "journalMb" : "storeMb"] += megabytesOf(
				join(folder, name),
			);
	} catch {
		// It is gone.
	}
	return sizes;
}

export const grownTooMuch = (most: Growth, forMs: number): readonly string[] =>
	most.storeMb <= storeMb.atFirst + (storeMb.perMinute * forMs) / 60_000 &&
	most.journalMb <= journalMb
		? []
		: [
				`I6: the store took ${most.storeMb.toFixed(1)} MB and its journal ${most.journalMb.toFixed(1)} after ${forMs} ms`,
			];
