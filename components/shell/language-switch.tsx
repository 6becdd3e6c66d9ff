"use client";
// English or Korean? The name of the other one, in itself; the server answers in it from then on.
import { useRouter } from "next/navigation";
import { keepChoice } from "#components/ui/cookie.ts";
import { languageCookie } from "#lib/say/language.ts";
import { useWords } from "#lib/say/speech.tsx";

const others = {
	en: { language: "ko", name: "한국어" },
	ko: { language: "en", name: "English" },
} as const;

export function LanguageSwitch() {
	const words = useWords();
	const router = useRouter();
	const other = others[words.language];
	const choose = () => {
		keepChoice(languageCookie, other.language);
		router.refresh();
	};
	return (
		<button
			type="button"
			className="tool"
			lang={other.language}
			title={words.bar.language}
			onClick={choose}
		>
			{other.name}
		</button>
	);
}
