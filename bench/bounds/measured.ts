// What does the product take while too much comes at it? Its processes four times a second, and how long each broker is not heard.
import { takenBy } from "../../e2e/long/taken.ts";
import { takeTurns } from "../../e2e/long/turns.ts";
import { startProduct } from "../../e2e/product.ts";
import { type Visitor, visit } from "../../e2e/visitor.ts";

export const memoryMb = 512;
/** A tick that takes longer than its interval is followed by a rest; several in a row without one is an end. */
export const deafMaxMs = 30_000;

export type Measured = {
	readonly collectorMb: number;
	readonly webMb: number;
	/** The longest time for which something was not heard, the first time apart. */
	readonly deafMs: number;
	readonly ticks: number;
	/** What the work found that should not be. */
	readonly wrong: readonly string[];
	readonly said: string;
};

export type Place = {
	readonly visitor: Visitor;
	readonly origin: string;
};

/** The work says what it found wrong, and in a word what it saw. */
export async function measured(
	folder: string,
	brokers: Readonly<Record<string, string>>,
	work: (
		place: Place,
	) => Promise<{ readonly wrong: readonly string[]; readonly said: string }>,
): Promise<Measured> {
	const product = await startProduct(folder, brokers, ["--every", "5s"]);
	const visitor = await visit(product);
	const most = { collector: 0, web: 0 };
	const heard: number[] = [];
	const pids = { collector: product.collectorPid, web: product.webPid };
	const looking = takeTurns({
		everyMs: 250,
		async turn() {
			for (const role of ["collector", "web"] as const)
				most[role] = Math.max(most[role], takenBy(pids[role]())?.peakMb ?? 0);
			return 1;
		},
		end: async () => {},
	});
	const asking = takeTurns({
		everyMs: 1000,
		async turn() {
			const { brokers: chips } = await visitor.read<{
				brokers: { heard: string | null }[];
			}>("/api/board?limit=1");
			const at = chips[0]?.heard ?? null;
			if (at === null) return 0;
			const ms = Date.parse(at);
			if (ms !== heard.at(-1)) heard.push(ms);
			return 1;
		},
		end: async () => {},
	});
	const [firstPid, firstWeb] = [pids.collector(), pids.web()];
	try {
		const { wrong, said } = await work({ visitor, origin: product.origin });
		await asking.end();
		await looking.end();
		const last = heard.at(-1) ?? Date.now();
		const gaps = [...heard.slice(1), Math.max(last, Date.now())].map(
			(ms, i) => ms - (heard[i] ?? ms),
		);
		const isSame = pids.collector() === firstPid && pids.web() === firstWeb;
		return {
			...{ collectorMb: most.collector, webMb: most.web, said },
			...{ deafMs: Math.max(0, ...gaps), ticks: heard.length },
			wrong: isSame ? wrong : [...wrong, "a process was started again"],
		};
	} finally {
		await product.stop();
	}
}
