// How is a number written? Through Intl, with the bound it carries.
import type { Amount, Bound } from "#lib/core/amount.ts";
import type { Language } from "./language.ts";

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, digits: number): Intl.NumberFormat {
	const key = `${language} ${digits}`;
	const known = formats.get(key);
	if (known !== undefined) return known;
	const made = new Intl.NumberFormat(language, {
		maximumFractionDigits: digits,
	});
	formats.set(key, made);
	return made;
}

export const count = (n: number, language: Language): string =>
	format(language, 0).format(Math.round(n));

const signs: Readonly<Record<Bound, string>> = {
	exact: "",
	"at least": "≥",
	"at most": "≤",
	about: "~",
};

export const signed = ({ bound }: Amount, text: string): string =>
	signs[bound] + text;

export const amount = (value: Amount, language: Language): string =>
	signed(value, count(value.n, language));

/** A trickle keeps one digit, so that 0.3 is not taken for nothing; what is smaller still says so. */
export function pace(perSecond: number, language: Language): string {
	const size = Math.abs(perSecond);
	if (size > 0 && size < 0.05) return `<${format(language, 1).format(0.1)}`;
	return format(language, size < 9.95 ? 1 : 0).format(perSecond);
}

/** For axes only: 20 k, 1.5 M. */
export function roughly(n: number, language: Language): string {
	const steps = [
		[1e9, "G"],
		[1e6, "M"],
		[1e3, "k"],
	] as const;
	for (const [size, letter] of steps)
		if (n >= 10 * size || (size > 1e3 && n >= size))
			return `${format(language, 1).format(n / size)}\u00a0${letter}`;
	return count(n, language);
}

/** "512 B", "1.5 MB". */
export function bytes(n: number, language: Language): string {
	const text = roughly(n, language);
	return /\d$/.test(text) ? `${text}\u00a0B` : `${text}B`;
}

/** "61%", "0.4%"; what is less than it can say still says so. */
export function percent(share: number, language: Language): string {
	const size = 100 * share;
	if (size > 0 && size < 0.05) return `<${format(language, 1).format(0.1)}%`;
	return `${format(language, size < 9.95 ? 1 : 0).format(size)}%`;
}
