// What does a test read of a scrape? Each series and its number, as strictly as a program would.

const line = /^([a-z_]+(?:\{(?:[a-z_]+="(?:\\.|[^"\\])*",?)+\})?) (\S+)$/;

export function valuesIn(text: string): ReadonlyMap<string, number> {
	const values = new Map<string, number>();
	for (const it of text.trimEnd().split("\n")) {
		if (/^# (?:HELP|TYPE|EOF)/.test(it)) continue;
		const [, series = "", value = ""] = line.exec(it) ?? [];
		if (series === "" || values.has(series))
			throw new Error(`no line of a scrape: ${it}`);
		values.set(series, Number(value));
	}
	return values;
}
