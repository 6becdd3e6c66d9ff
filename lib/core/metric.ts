// Under which names do other programs already show these numbers, so that dashboards made for them go on working?

/** What of a row may stand under such a name. */
export type Figure =
	| "lag"
	| "timeLagSeconds"
	| "holding"
	| "oldestHeldSeconds"
	| "registered"
	| "outputBytes"
	| "state";

export type MetricWords = {
	readonly name: string;
	readonly help: string;
	readonly figure: Figure;
	/** What each label says. Where none says the channel, all rows of a group are one series. */
	readonly labels: Readonly<
		Record<string, "broker" | "kind" | "channel" | "group">
	>;
	/** How the rows of one series become one number. */
	readonly together: "sum" | "greatest";
	/** The numbers that stand for states; a state without one is left out. */
	readonly states?: Readonly<Record<string, number>>;
};
