// Which words stand beside the charts of one subscription?

export type BesideWords = {
	/** An alert, by the name of its rule. */
	fired(rule: string): string;
	readonly forecast: string;
	passes(n: string, duration: string): string;
	drained(duration: string): string;
	readonly steady: string;
	readonly nothing: string;
	readonly notKnown: string;
	/** Until the broker removes what is not read. */
	safe(duration: string): string;
	readonly happened: string;
	readonly calm: string;
	lasted(verdict: string, duration: string): string;
	stands(verdict: string): string;
	earlier(n: number): string;
	readonly otherGroups: string;
	readonly otherChannels: string;
	readonly none: string;
	more(n: number): string;
};
