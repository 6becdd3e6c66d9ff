// Which words does the history of one subscription need, drawn and as a table?

export type HistoryWords = {
	readonly drawn: string;
	readonly range: string;
	readonly ranges: Readonly<Record<"1h" | "6h" | "24h" | "7d" | "30d", string>>;
	readonly custom: string;
	readonly from: string;
	readonly to: string;
	readonly show: string;
	readonly turned: string;
	readonly live: string;
	readonly freeze: string;
	frozen(from: string, to: string): string;
	readonly asTable: string;
	readonly asChart: string;
	/** With the name of the format. */
	download(format: string): string;
	/** What the line of high water is, and when it stood so high. */
	highWater(n: string, at: string): string;
	readonly now: string;
	/** Of a sign and a count. */
	perMinute(change: string): string;
	comes(pace: string): string;
	leaves(pace: string): string;
	readonly arrivals: string;
	readonly departures: string;
	readonly aboveHighWater: string;
	summary(drawn: {
		readonly what: string;
		readonly lasting: string;
		readonly from: string;
		readonly to: string;
		readonly highest: string;
		readonly at: string;
	}): string;
	summaryHighWater(n: string): string;
	readonly point: string;
	readonly pointKeys: string;
	chosen(from: string, to: string, lasting: string): string;
	readonly notRead: string;
	readonly nothing: string;
	begins(at: string): string;
	readonly loading: string;
	readonly time: string;
	table(from: string, to: string): string;
};
