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
	/** What comes after them, and tells samples of the same labels apart. */
	readonly more?: string;
	readonly value: number | null;
};

/** A name beyond this is cut: nobody reads it, and it is written with every scrape. */
const labelMax = 512;
const linesAtOnce = 500;

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

export type Pieces = readonly Uint8Array<ArrayBuffer>[];

const bytes = new TextEncoder();

/** The text of one metric. It is kept as bytes, because so many short strings would fill the heap with every scrape. */
class Family {
	readonly pieces: Uint8Array<ArrayBuffer>[] = [];
	readonly seen = new Set<string>();
	readonly #name: string;
	#lines: string[];

	constructor(metric: Metric) {
		this.#name = metric.name;
		this.#lines = [headOf(metric)];
	}

	write({ labels, more = "" }: Sample, value: number): void {
		const all = labels + more;
		this.#lines.push(`${this.#name}${all && `{${all}}`} ${value}\n`);
		if (this.#lines.length >= linesAtOnce) this.rest();
	}

	rest(): void {
		this.pieces.push(bytes.encode(this.#lines.join("")));
		this.#lines = [];
	}
}

/** Metrics stand in the order of this list, series in the order they came. */
export class Exposition {
	readonly #families: ReadonlyMap<string, Family>;
	readonly #most: number;
	#written = 0;
	#leftOut = 0;
	#isFull = false;

	constructor(metrics: readonly Metric[], most: number) {
		this.#families = new Map(
			metrics.map((metric) => [metric.name, new Family(metric)]),
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
		this.#put(samples.filter(isKnown));
	}

	/** All of these or none, so that whatever is there at all is there whole. */
	within(samples: readonly Sample[]): void {
		const known = samples.filter(isKnown);
		// Once one did not fit, none behind it does: which are left out then stays the same from scrape to scrape.
		this.#isFull ||= this.#written + known.length > this.#most;
		if (this.#isFull) this.#leftOut += known.length;
		else this.#put(known);
	}

	#put(samples: readonly Known[]): void {
		const fresh = samples.flatMap((sample) => {
			const family = this.#families.get(sample.metric.name);
			// Labels that were there before would make the whole scrape invalid.
			return family && !family.seen.has(sample.labels)
				? [{ family, sample }]
				: [];
		});
		for (const { family, sample } of fresh) {
			family.write(sample, sample.value);
			family.seen.add(sample.labels);
		}
		this.#written += fresh.length;
		this.#leftOut += samples.length - fresh.length;
	}

	/** The last line says in OpenMetrics that nothing is missing, and is a comment in the older format. */
	text(): Pieces {
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		for (const family of this.#families.values()) {
			if (family.seen.size === 0) continue;
			family.rest();
			pieces.push(...family.pieces);
		}
		return [...pieces, bytes.encode("# EOF\n")];
	}
}

type Known = Sample & { readonly value: number };

const isKnown = (sample: Sample): sample is Known =>
	sample.value !== null && Number.isFinite(sample.value);

function headOf({ name, help }: Metric): string {
	const said = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
	return `# HELP ${name} ${said}\n# TYPE ${name} gauge\n`;
}
