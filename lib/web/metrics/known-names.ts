// What is said under the names that other programs know? Rows of one group are one series where no label says the channel.
import type { Amount } from "#lib/core/amount.ts";
import type { Row, SystemWords } from "#lib/core/board.ts";
import type { MetricWords } from "#lib/core/metric.ts";
import {
	type Exposition,
	labelsOf,
	type Metric,
	type Sample,
} from "./exposition.ts";

/** Of rows that are one series: null once one of them is not known, because a sum without it would be wrong. */
type Together = {
	readonly sample: Omit<Sample, "value">;
	value: number | null;
};

type Word = MetricWords & {
	readonly metric: Metric;
	readonly alone: boolean;
	readonly says: readonly (readonly [
		label: string,
		what: "broker" | "kind" | "channel" | "group",
	])[];
};

export class KnownNames {
	readonly metrics: readonly Metric[];
	readonly #words: ReadonlyMap<string, readonly Word[]>;
	readonly #groups = new Map<string, Together>();

	constructor(systems: readonly SystemWords[]) {
		const all = systems.flatMap(({ name, kinds }) =>
			Object.entries(kinds).map(
				([kind, { metrics = [] }]) =>
					[keyOf(name, kind), metrics.map(wordOf)] as const,
			),
		);
		this.#words = new Map(all);
		this.metrics = all.flatMap(([, words]) => words.map((it) => it.metric));
	}

	/** What is said of this row alone; what it adds to its group is kept until `ofGroups`. */
	ofRow(row: Row, isOld: boolean): readonly Sample[] {
		const words = this.#words.get(keyOf(row.system, row.kind)) ?? [];
		const samples: Sample[] = [];
		for (const word of words) {
			if (row.group === null && word.says.some(([, it]) => it === "group"))
				continue;
			const value = isOld ? null : figureOf(row, word);
			const labels = labelsOf(
				Object.fromEntries(word.says.map(([label, it]) => [label, row[it]])),
			);
			const sample = { metric: word.metric, labels };
			if (word.alone) samples.push({ ...sample, value });
			else this.#add(word, sample, value);
		}
		return samples;
	}

	ofGroups(into: Exposition): void {
		for (const { sample, value } of this.#groups.values())
			into.within([{ ...sample, value }]);
	}

	#add(
		{ together }: MetricWords,
		sample: Together["sample"],
		value: number | null,
	): void {
		const key = `${sample.metric.name} ${sample.labels}`;
		const known = this.#groups.get(key);
		if (known === undefined) this.#groups.set(key, { sample, value });
		else if (known.value === null || value === null) known.value = null;
		else if (together === "sum") known.value += value;
		else known.value = Math.max(known.value, value);
	}
}

const keyOf = (system: string, kind: string) => `${system} ${kind}`;

function wordOf(words: MetricWords): Word {
	const { name, help, labels } = words;
	const says = Object.entries(labels);
	return {
		...words,
		...{ metric: { name, help, labels: Object.keys(labels) }, says },
		alone: says.some(([, it]) => it === "channel"),
	};
}

/** These names have no room for a bound: what may only be more, or less, stands under our own. */
const plain = (amount: Amount | null): number | null =>
	amount?.bound === "exact" || amount?.bound === "about" ? amount.n : null;

function figureOf(row: Row, { figure, states }: MetricWords): number | null {
	switch (figure) {
		case "lag":
			return plain(row.lag);
		case "timeLagSeconds":
			return plain(row.timeLagSeconds);
		case "holding":
			return row.holding;
		case "oldestHeldSeconds":
			return row.oldestHeldSeconds;
		case "registered":
			return row.members?.registered ?? null;
		case "outputBytes": {
			const largest = row.notes.find(({ code }) => code === "largest output");
			return largest ? Number(largest.values.bytes) : null;
		}
		case "state":
			return states?.[row.state ?? ""] ?? null;
	}
}
