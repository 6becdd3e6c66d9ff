// Which language does this reader see? Their own choice, then what their browser asks for, then English.

export const languages = ["en", "ko"] as const;
export type Language = (typeof languages)[number];

export const languageCookie = "tidemark-language";

const known = (tag: string): Language | null =>
	languages.find((language) => language === tag) ?? null;

export function languageOf(
	chosen: string | null,
	acceptLanguage: string | null,
): Language {
	const choice = chosen === null ? null : known(chosen);
	if (choice !== null) return choice;
	const wanted = (acceptLanguage ?? "")
		.slice(0, 500)
		.split(",")
		.map((part) => {
			const [tag = "", ...options] = part.trim().toLowerCase().split(";");
			const weight = options.find((option) => option.trim().startsWith("q="));
			const q = weight === undefined ? 1 : Number(weight.trim().slice(2));
			return { tag: tag.split("-")[0] ?? "", q: Number.isNaN(q) ? 0 : q };
		})
		.filter((part) => part.q > 0)
		.sort((a, b) => b.q - a.q);
	for (const { tag } of wanted) {
		const language = known(tag);
		if (language !== null) return language;
	}
	return "en";
}
