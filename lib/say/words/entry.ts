// Which words do the entry page and the first run need?

export type EntryWords = {
	readonly title: string;
	readonly entering: string;
	readonly refused: string;
	readonly how: string;
	readonly command: string;
	readonly again: string;
	readonly firstTitle: string;
	readonly firstLead: string;
	readonly firstStep: string;
	readonly secretStep: string;
	readonly restartStep: string;
	readonly finds: string;
	readonly copy: string;
	readonly copied: string;
	readonly readsOnly: string;
	readonly address: string;
	readonly test: string;
	readonly testAgain: string;
	asking(address: string): string;
	readonly lookingHere: string;
	/** Where nothing answered: "Label at host:port", one after the other. */
	nothingHere(places: readonly string[]): string;
	hereAnswers(label: string, address: string): string;
	readonly take: string;
	readonly lookAgain: string;
	/** `name` is the system's, with its version where that is known. */
	answers(name: string): string;
	found(n: number, complete: boolean): string;
	/** So many of one kind: "61 × stream". */
	ofKind(n: number, channel: string): string;
	readonly foundNone: string;
	readonly wantsSignIn: string;
	readonly signInLater: string;
	failed(address: string, says: string): string;
	readonly whatToTry: string;
	readonly details: string;
	readonly name: string;
	readonly byHand: string;
	readonly demo: string;
	readonly demoCommand: string;
};
