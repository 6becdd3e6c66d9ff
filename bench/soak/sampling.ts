// What is seen of the product while it runs? Its processes and files every ten seconds, and every second what it answers and when it heard its brokers.
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { megabytesOf, takenBy } from "../../e2e/long/taken.ts";
import type { Product } from "../../e2e/product.ts";
import type { Visitor } from "../../e2e/visitor.ts";
import { percentile } from "../table.ts";
import type { Sample } from "./promises.ts";

const askEveryMs = 1000;
const sampleEveryMs = 10_000;
const lines = 300;

/** What screens ask for, one after the other. */
const asked = ["", "verdict:stalled", "orders7", "lag:>3"];

export type Seen = {
	readonly samples: readonly Sample[];
	readonly heardMs: ReadonlyMap<string, readonly number[]>;
	readonly everyMs: number;
	readonly answersMs: readonly number[];
	/** Why each question had no answer. */
	readonly unanswered: readonly string[];
	/** What it is at this moment, for whoever waits. */
	line(): string;
	end(): Promise<void>;
};

export function sampling(product: Product, visitor: Visitor): Seen {
	const startedMs = performance.now();
	const samples: Sample[] = [];
	const heardMs = new Map<string, number[]>();
	const answersMs: number[] = [];
	let everyMs = 0;
	const unanswered: string[] = [];
	let ending = false;

	async function ask(n: number): Promise<void> {
		const beganMs = performance.now();
		try {
			const { brokers } = await visitor.board(asked[n % asked.length]);
			answersMs.push(performance.now() - beganMs);
			for (const broker of brokers) {
				everyMs = Math.max(everyMs, broker.everyMs);
				const moments = heardMs.get(broker.name) ?? [];
				heardMs.set(broker.name, moments);
				if (broker.heard === null) continue;
				const ms = Date.parse(broker.heard);
				if (ms !== moments.at(-1)) moments.push(ms);
			}
		} catch (error) {
			unanswered.push(`${new Date().toISOString()} ${error}`);
		}
	}

	const asking = (async () => {
		for (let n = 0; !ending; n++) {
			const dueMs = performance.now() + askEveryMs;
			await ask(n);
			await after(Math.max(0, dueMs - performance.now()));
		}
	})();
	const timer = setInterval(
		() => samples.push(sampleOf(product, startedMs)),
		sampleEveryMs,
	);

	return {
		...{ samples, heardMs, answersMs, unanswered },
		get everyMs() {
			return everyMs;
		},
		line() {
			const last = samples.at(-1);
			const of = (role: "collector" | "web") =>
				`${role} ${last?.[role]?.residentMb.toFixed(0)} MB ${last?.[role]?.openFiles} files`;
			const p95Ms = percentile(answersMs.slice(-lines), 0.95);
			return [
				new Date().toISOString(),
				...[of("collector"), of("web")],
				`store ${last?.storeMb.toFixed(0)} MB + ${last?.walMb.toFixed(1)}`,
				`p95 ${p95Ms.toFixed(0)} ms`,
				`load ${last?.load.toFixed(1)}`,
			].join("  ");
		},
		async end() {
			ending = true;
			clearInterval(timer);
			await asking;
		},
	};
}

function sampleOf(product: Product, startedMs: number): Sample {
	const store = join(product.folder, "store/tidemark.db");
	return {
		atHours: (performance.now() - startedMs) / 3_600_000,
		collector: roleOf(product.collectorPid),
		web: roleOf(product.webPid),
		storeMb: megabytesOf(store),
		walMb: megabytesOf(`${store}-wal`),
		load: loadavg()[0] ?? 0,
	};
}

function roleOf(pidOf: () => number): Sample["collector"] {
	try {
		const pid = pidOf();
		const taken = takenBy(pid);
		return taken && { ...taken, pid };
	} catch {
		return null;
	}
}
