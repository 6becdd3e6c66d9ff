// Which words do the sign-in page and the page of an invitation need?

export type SignInWords = {
	readonly title: string;
	/** Above the form: why somebody is here. */
	readonly over: string;
	readonly left: string;
	readonly name: string;
	readonly password: string;
	readonly show: string;
	readonly hide: string;
	readonly signIn: string;
	readonly signingIn: string;
	/** Between two ways in. */
	readonly or: string;
	readonly demo: string;
	/** How somebody comes in who cannot by any of these. */
	readonly otherwise: string;
	/** Until then nothing is tried. */
	wait(seconds: number): string;
	/** One sentence for what the provider's way back told. */
	readonly nameMissing: string;
	readonly passwordMissing: string;
	readonly invitation: {
		title(person: string | null): string;
		readonly lead: string;
		readonly rules: string;
		short(missing: number): string;
		readonly long: string;
		readonly set: string;
		readonly setting: string;
		/** Beside what went wrong: whom to ask. */
		readonly again: string;
	};
};
