// What may a broker be called? A name that is safe in a file, an address, a variable and a sentence.

const reserved: ReadonlySet<string> = new Set([
	"__proto__",
	"prototype",
	"constructor",
]);

export const nameRule =
	"a broker's name is 1 to 64 letters, digits, dots, dashes or underscores";

/** Only such words may be quoted in a mistake: an address with a password is none. */
export const isPlain = (text: string): boolean =>
	/^[A-Za-z0-9._-]{1,64}$/.test(text);

export const isName = (text: string): boolean =>
	isPlain(text) && !reserved.has(text) && !/^\.+$/.test(text);

export function nameMistake(text: string): string {
	return isPlain(text)
		? `"${text}" cannot be a name; choose another`
		: `${nameRule}; choose another, and write the address after it`;
}

/** `shop-orders` is set by TIDEMARK_BROKER_SHOP_ORDERS: variables know no dash and no dot. */
export const variableOf = (name: string): string =>
	`TIDEMARK_BROKER_${name.toUpperCase().replace(/[^A-Z0-9]/g, "_")}`;
