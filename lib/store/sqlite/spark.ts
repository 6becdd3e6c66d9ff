// How is a sparkline kept? As numbers side by side, with NaN where there was no reading.

export function packSpark(spark: readonly (number | null)[]): Uint8Array {
	const columns = new Float64Array(spark.length);
	for (let i = 0; i < spark.length; i++) columns[i] = spark[i] ?? Number.NaN;
	return new Uint8Array(columns.buffer);
}

export function unpackSpark(packed: Uint8Array): readonly (number | null)[] {
	const view = new Float64Array(packed.slice().buffer);
	return Array.from(view, (value) => (Number.isNaN(value) ? null : value));
}
