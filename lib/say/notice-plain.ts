// How does a notice read where there is nothing but lines? Each link behind what it is called.
import type { NoticeLink } from "./notice-links.ts";
import type { NoticeText } from "./notice-text.ts";

/** What follows the title. One target was named there already. */
export function plainText({ lines, items, more, links }: NoticeText): string {
	const isOne = items.length === 1 && more === null;
	const told = items.flatMap((item) => [
		...(isOne ? [] : [`- ${item.name}`]),
		...item.lines.map((line) => (isOne ? line : `  ${line}`)),
		...item.links.map((link) => (isOne ? "" : "  ") + linkText(link)),
	]);
	return [
		...(isOne ? told : [...lines, ...told]),
		...(isOne ? lines : []),
		...(more === null ? [] : [more]),
		...links.map(linkText),
	].join("\n");
}

const linkText = ({ label, url }: NoticeLink): string => `${label}: ${url}`;
