// I6: what do both processes take while everything breaks? Whichever they are at the moment.
import { type Taken, takenBy } from "../long/taken.ts";
import type { Product } from "../product.ts";

export type Processes = {
	/** By role: the most of all that lived, and the open files of the one that lives. */
	most(): Readonly<Record<string, Pick<Taken, "peakMb" | "openFiles">>>;
	end(): void;
};

const everyMs = 1000;

export function processesOf(product: Product): Processes {
	const most = new Map<string, Pick<Taken, "peakMb" | "openFiles">>();
	const look = (role: string, pidOf: () => number) => {
		try {
			const taken = takenBy(pidOf());
			if (taken === null) return;
			const peakMb = Math.max(taken.peakMb, most.get(role)?.peakMb ?? 0);
			most.set(role, { peakMb, openFiles: taken.openFiles });
		} catch {
			// It is down.
		}
	};
	const timer = setInterval(() => {
		look("collector", product.collectorPid);
		look("web", product.webPid);
	}, everyMs);
	return {
		most: () => Object.fromEntries(most),
		end: () => clearInterval(timer),
	};
}
