// How does it compare with what people use today? What each benchmark found, as the table that the README shows.

type Compared = {
	readonly what: string;
	readonly ours: string;
	readonly others: string;
};

const rows: Compared[] = [];

export const compared = (what: string, ours: string, others: string): void =>
	void rows.push({ what, ours, others });

export const secondsOf = (ms: number): string =>
	ms < 1_000
		? `${ms.toPrecision(2)} ms`
		: `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;

/** Of a question that costs the server as well. */
export const servedIn = (it: {
	readonly wallMs: number;
	readonly serverMs: number;
}): string =>
	`${secondsOf(it.wallMs)}; ${secondsOf(it.serverMs)} of the server's processor`;

/** Nothing where no benchmark that ran compares. */
export function tell(): void {
	if (rows.length === 0) return;
	const lines = rows.map(
		({ what, ours, others }) => `| ${what} | ${ours} | ${others} |`,
	);
	process.stdout.write(
		`\n${["| | Tidemark | others |", "|---|---|---|", ...lines].join("\n")}\n`,
	);
}
