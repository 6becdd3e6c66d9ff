// How are numbers written so that programs can scrape them? Prometheus' text format, which its successor OpenMetrics reads as well.

export type Metric = {
	readonly name: string;
	readonly help: string;
	/** Every label it can have. */
	readonly labels: readonly string[];
};

export type Sample = {
	readonly metric: Metric;
	/** As `labelsOf` writes them. */
	readonly labels: string;
	readonly value: number | null;
};

/** A name beyond this is cut: nobody reads it, and it is written with every scrape. */
const labelMax = 512;

const marks: ReadonlyMap<string, string> = new Map([
	["\\", "\\\\"],
	["\n", "\\n"],
	['"', '\\"'],
	// Readers of the format take it for the end of the text.
	["\0", "\ufffd"],
]);
const markOf = (sign: string): string => marks.get(sign) ?? sign;

function textIn(text: string): string {
	const cut = text.length > labelMax ? `${text.slice(0, labelMax)}…` : text;
	return cut.toWellFormed().replaceAll(/[\\\n"\0]/g, markOf);
}

/** A label that is null is left out, which is not the same as an empty text: that is written as two quotes. */
export function labelsOf(
	labels: Readonly<Record<string, string | null>>,
): string {
	return Object.entries(labels)
		.filter((pair): pair is [string, string] => pair[1] !== null)
		.map(([name, text]) => `${name}="${textIn(text === "" ? '""' : text)}"`)
		.join(",");
}

/** What is asked for is what is written: metrics in the order of this list, series in the order they came. */
export class Exposition {
	readonly #families: ReadonlyMap<
		string,
		{ readonly metric: Metric; readonly series: Map<string, number> }
	>;
	readonly #most: number;
	#written = 0;
	#leftOut = 0;
	#isFull = false;

	constructor(metrics: readonly Metric[], most: number) {
		this.#families = new Map(
			metrics.map((metric) => [metric.name, { metric, series: new Map() }]),
		);
		this.#most = most;
	}

	get written(): number {
		return this.#written;
	}

	/** Series that are known and not written. */
	get leftOut(): number {
		return this.#leftOut;
	}

	/** Whatever else is left out: as many as brokers are configured, and no more. */
	always(samples: readonly Sample[]): void {
		for (const sample of samples) this.#put(sample);
	}

	/** All of these or none, so that whatever is there at all is there whole. */
	within(samples: readonly Sample[]): void {
		const known = samples.filter(({ value }) => isKnown(value));
		// Once one did not fit, none behind it does: which are left out then stays the same from scrape to scrape.
		this.#isFull ||= this.#written + known.length > this.#most;
		if (this.#isFull) this.#leftOut += known.length;
		else for (const sample of known) this.#put(sample);
	}

	#put({ metric, labels, value }: Sample): void {
		if (!isKnown(value)) return;
		const series = this.#families.get(metric.name)?.series;
		// One that is there twice would make the whole scrape invalid.
		if (series === undefined || series.has(labels)) this.#leftOut++;
		else {
			series.set(labels, value);
			this.#written++;
		}
	}

	/** Metric by metric. The last line says in OpenMetrics that nothing is missing, and is a comment in the older format. */
	*text(): Generator<string> {
		for (const { metric, series } of this.#families.values()) {
			if (series.size === 0) continue;
			let lines = headOf(metric);
			for (const [labels, value] of series)
				lines += `${metric.name}${labels && `{${labels}}`} ${value}\n`;
			yield lines;
		}
		yield "# EOF\n";
	}
}

const isKnown = (value: number | null): value is number =>
	value !== null && Number.isFinite(value);

function headOf({ name, help }: Metric): string {
	const said = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
	return `# HELP ${name} ${said}\n# TYPE ${name} gauge\n`;
}
