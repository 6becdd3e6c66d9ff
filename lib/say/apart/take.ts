// What can be taken along from the board? In a file of its own, which is loaded with the list of it.
import type { Language } from "../language.ts";
import { count } from "../numbers.ts";

type TakeWords = {
	file(format: string, rows: number): string;
	readonly call: string;
	readonly link: string;
	readonly copied: string;
};

const en: TakeWords = {
	file: (format, n) =>
		`${format} of ${count(n, "en")} ${n === 1 ? "subscription" : "subscriptions"}`,
	call: "The call to the API",
	link: "Copy a link to this view",
	copied: "Link copied",
};

const ko: TakeWords = {
	file: (format, n) => `구독 ${count(n, "ko")}개, ${format}`,
	call: "API 호출",
	link: "이 화면의 링크 복사",
	copied: "링크 복사됨",
};

export const takeWords: Readonly<Record<Language, TakeWords>> = { en, ko };
